package no.synkvakt.stall;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** In what way a cycle stands still. */
public enum Verdict {
    /** The step is late and has not reported that it began. */
    NOT_STARTED,
    /** The step is late though it had begun. */
    OVERRUN,
    /** The step stopped with an error. */
    FAILED,
    /** The import filter stopped the step. */
    HELD,
    /** No new cycle began. */
    MISSED;

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<Verdict> {

        Stored() {
            super(Verdict.class);
        }
    }
}
