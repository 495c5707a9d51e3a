package no.synkvakt.mail;

import java.util.UUID;

/** A notice that no mail can be made of. */
class UnreadableNotice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID id;

    UnreadableNotice(UUID id, Throwable cause) {
        super("The notice " + id + " cannot be rendered", cause);
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
