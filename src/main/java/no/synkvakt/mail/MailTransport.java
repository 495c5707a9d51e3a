package no.synkvakt.mail;

/** Hands one mail to whoever delivers it. */
interface MailTransport {

    /**
     * Sends a mail, its bytes unchanged.
     *
     * @param message RFC 5322, ASCII, lines ended by CRLF
     * @throws DeliveryException when it was not taken, or nobody can tell whether it was
     */
    void send(byte[] message, String recipient) throws DeliveryException;
}
