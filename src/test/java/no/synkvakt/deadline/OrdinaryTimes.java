package no.synkvakt.deadline;

import java.time.LocalTime;
import java.time.ZoneId;

/** Times at which nothing takes longer than usual. */
final class OrdinaryTimes {

    static final BusinessHours HOURS =
            new BusinessHours(LocalTime.of(8, 0), LocalTime.of(16, 0), ZoneId.of("Europe/Oslo"), day -> false);

    static final Seasons SEASONS = new Seasons("06-01", "08-31", 1, 1, HOURS);

    private OrdinaryTimes() {}
}
