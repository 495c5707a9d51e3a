package no.synkvakt.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something happened, by an engine's database.
 *
 * @param stored as it is stored there, and how that is read: what tells it from every other
 */
record EngineTime(Instant instant, String stored) {

    /** As far as PostgreSQL keeps it: SQL Server has a digit more. */
    EngineTime {
        instant = instant.truncatedTo(ChronoUnit.MICROS);
    }

    static EngineTime of(Instant instant) {
        return new EngineTime(instant, instant.toString());
    }
}
