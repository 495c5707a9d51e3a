package no.synkvakt.ingest;

import no.synkvakt.base.FieldError;
import org.jspecify.annotations.Nullable;

/** An event that cannot be taken in, and why. */
class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FieldError error;

    Refused(String field, @Nullable String value, String accepted) {
        super(field);
        this.error = new FieldError(field, value, accepted);
    }

    FieldError error() {
        return error;
    }
}
