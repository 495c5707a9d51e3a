package no.synkvakt.mail;

/** A mail was not taken. */
class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    DeliveryException(String message, boolean permanent) {
        super(message);
        this.permanent = permanent;
    }

    /** Whether trying again is of no use: the server will never take this mail to this recipient. */
    boolean isPermanent() {
        return permanent;
    }
}
