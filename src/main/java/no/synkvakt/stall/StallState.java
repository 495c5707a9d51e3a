package no.synkvakt.stall;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** How far a stall is from being over. */
public enum StallState {
    OPEN,
    /** Somebody has acted on it; it has a new due time. */
    ACKNOWLEDGED,
    /** It is with the vendor's support. */
    ESCALATED,
    RESOLVED;

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<StallState> {

        Stored() {
            super(StallState.class);
        }
    }
}
