package no.synkvakt.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import no.synkvakt.base.Characters;
import no.synkvakt.base.PlainText;

/**
 * A kind of step that a chain may consist of.
 *
 * @param id how the API and the settings name it
 * @param label how eFeide's own screen names it, letter for letter
 * @param expected how long it may take when nothing else is configured
 */
@RegisterForReflection
public record Step(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String label,
        @JsonProperty(required = true) Direction direction,
        @JsonProperty(required = true) Duration expected) {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    public Step {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("id '" + id + "' is not of the form " + ID);
        }
        if (label.isBlank() || !Characters.arePlain(label)) {
            throw new IllegalArgumentException("label '" + label + "'; accepted: " + PlainText.ACCEPTED);
        }
        if (expected.isNegative() || expected.isZero()) {
            throw new IllegalArgumentException("expected " + expected + " is not longer than nothing");
        }
    }

    /** Which way the data goes, seen from eFeide. */
    public enum Direction {
        IMPORT,
        COMPARE,
        EXPORT,
        FEEDBACK
    }
}
