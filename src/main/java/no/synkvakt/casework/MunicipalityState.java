package no.synkvakt.casework;

/** How a municipality stands. */
public enum MunicipalityState {
    /** No cycle of it was ever reported. */
    NEVER_SEEN,
    OK,
    RUNNING,
    STALLED,
    /** Nothing is heard from its engine, so nothing is claimed. */
    UNKNOWN
}
