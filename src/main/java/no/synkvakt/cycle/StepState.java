package no.synkvakt.cycle;

/** What a step of one cycle has come to. */
public enum StepState {
    /** Waits for a step before it. */
    PENDING,
    /** The first open step: the one the cycle waits for. */
    CURRENT,
    DONE,
    /** Stopped with an error. */
    FAILED,
    /** Stopped by the import filter. */
    HELD
}
