package no.synkvakt.cycle;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** Where a cycle stands among its municipality's cycles. */
public enum CycleState {
    /** The latest by start, and not complete. */
    OPEN,
    COMPLETED,
    /** Not complete, and a later one has begun: it raises nothing more. */
    SUPERSEDED;

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<CycleState> {

        Stored() {
            super(CycleState.class);
        }
    }
}
