package no.synkvakt.stall;

/** On which of the municipality's machines its admin acts. */
public enum Where {
    /** The local server where the eFeide client is installed. */
    CLIENT_SERVER,
    DOMAIN_CONTROLLER
}
