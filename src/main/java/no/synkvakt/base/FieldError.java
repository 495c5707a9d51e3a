package no.synkvakt.base;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a client sent.
 *
 * @param field where it stands, such as {@code contacts[0].email}; it may be a name that the client made up
 * @param value what was sent there, shortened when long; null when nothing was
 * @param accepted what would have been accepted
 */
public record FieldError(String field, @Nullable String value, String accepted) {

    private static final int LONGEST_VALUE = 200;

    public FieldError {
        field = Characters.excerpt(field, LONGEST_VALUE);
        value = value == null ? null : Characters.excerpt(value, LONGEST_VALUE);
    }

    /** The same error for a field that stands inside another one, such as an element of an array. */
    public FieldError inside(String outer) {
        return new FieldError(outer + "." + field, value, accepted);
    }

    @Override
    public String toString() {
        return field + ": " + (value == null ? "missing" : "'" + value + "'") + "; accepted: " + accepted;
    }
}
