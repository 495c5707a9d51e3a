package no.synkvakt.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads times that are stored without an offset.
 *
 * <p>In the night when clocks are put back an hour comes twice. What the last look would have shown, had it been of the first, is of the
 * second. Where there has been no look, it is of the first.
 */
final class EngineClock {

    private final ZoneId zone;
    private final Instant now;
    private final @Nullable Instant lastLook;

    /** @param lastLook when the database was looked at before; null when it was not */
    EngineClock(ZoneId zone, Instant now, @Nullable Instant lastLook) {
        this.zone = zone;
        this.now = now;
        this.lastLook = lastLook;
    }

    EngineTime read(LocalDateTime stored) {
        ZonedDateTime first = stored.atZone(zone);
        ZonedDateTime second = first.withLaterOffsetAtOverlap();
        boolean wouldHaveBeenShown = lastLook != null && !first.toInstant().isAfter(lastLook);
        boolean happened = !second.toInstant().isAfter(now);
        Instant instant = (wouldHaveBeenShown && happened ? second : first).toInstant();
        return new EngineTime(instant, stored + "[" + zone + "]");
    }
}
