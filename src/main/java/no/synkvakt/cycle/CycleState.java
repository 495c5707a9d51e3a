package no.synkvakt.cycle;

/** Where a cycle stands among its municipality's cycles. */
public enum CycleState {
    /** The latest by start, and not complete. */
    OPEN,
    COMPLETED,
    /** Not complete, and a later one has begun: it raises nothing more. */
    SUPERSEDED
}
