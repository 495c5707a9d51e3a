package no.synkvakt.feed;

import java.time.Instant;

/**
 * When something happened, by an engine's database.
 *
 * @param stored as it is stored there, and how that is read: what tells it from every other
 */
record EngineTime(Instant instant, String stored) {

    static EngineTime of(Instant instant) {
        return new EngineTime(instant, instant.toString());
    }
}
