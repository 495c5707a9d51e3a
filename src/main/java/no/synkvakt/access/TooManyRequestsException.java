package no.synkvakt.access;

import java.time.Duration;

/** A caller asks for more than one may. */
final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyRequestsException(Duration wait) {
        super("too many requests", null, false, false);
        this.wait = wait;
    }

    /** How long until the next is answered. */
    Duration pause() {
        return wait;
    }
}
