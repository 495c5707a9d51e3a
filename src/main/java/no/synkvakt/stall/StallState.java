package no.synkvakt.stall;

/** How far a stall is from being over. */
public enum StallState {
    OPEN,
    /** Somebody has acted on it; it has a new due time. */
    ACKNOWLEDGED,
    /** It is with the vendor's support. */
    ESCALATED,
    RESOLVED
}
