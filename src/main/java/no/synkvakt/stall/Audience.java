package no.synkvakt.stall;

/** Who can set a cycle going again. */
public enum Audience {
    /** The municipality's own admin. */
    SELF_SERVICE,
    /** Only the vendor's support. */
    SUPPORT
}
