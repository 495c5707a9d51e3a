package no.synkvakt.status;

import java.util.Optional;
import java.util.UUID;

/** Reads the ids of addresses, which may have been typed. */
final class Ids {

    private Ids() {}

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
