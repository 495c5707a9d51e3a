package no.synkvakt.cycle;

import java.time.Duration;
import java.time.Instant;

/** When something can have happened that is reported: a broken clock cannot open the latest cycle. */
public final class ReportedTimes {

    private static final Duration FASTEST_CLOCK = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private ReportedTimes() {}

    public static boolean isPossible(Instant time, Instant now) {
        return !time.isAfter(now.plus(FASTEST_CLOCK)) && !time.isBefore(EARLIEST);
    }

    /** For messages that say what would be accepted. */
    public static String accepted(Instant now) {
        return "from " + EARLIEST + " to 5 minutes from now, which is " + now;
    }
}
