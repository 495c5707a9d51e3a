package no.synkvakt.deadline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import no.synkvakt.municipality.Crons;
import no.synkvakt.municipality.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule comes true, through the nights on which clocks are changed. What it says comes true once, whatever the clocks
 * do, as cron(8) on Debian has it: a time that they skip at the moment they are put forward, one that they show twice the first
 * time.
 */
final class ScheduledTimes {

    private final String cron;
    private final ZoneId zone;

    ScheduledTimes(Schedule schedule) {
        this.cron = schedule.cron();
        this.zone = schedule.zoneId();
    }

    /**
     * A time at which the schedule comes true.
     *
     * @param atLatest the same, but on a night on which clocks are changed: when those come to it who put a skipped time off by
     *     as much as was skipped, or take the second of two
     */
    record Scheduled(Instant at, Instant atLatest) {}

    /** The first time after the one given; empty when there is none. */
    Optional<Scheduled> next(Instant after) {
        return step(after, Crons::next, scheduled -> scheduled.at().isAfter(after));
    }

    /** The last time before the one given; empty when there is none. */
    Optional<Scheduled> last(Instant before) {
        return step(before, Crons::last, scheduled -> scheduled.at().isBefore(before));
    }

    /** Where clocks are changed, the next time on the wall may be one that has come true already. */
    private Optional<Scheduled> step(
            Instant from,
            BiFunction<String, LocalDateTime, Optional<LocalDateTime>> stepping,
            Predicate<Scheduled> isBeyond) {
        Optional<LocalDateTime> wall = stepping.apply(cron, LocalDateTime.ofInstant(from, zone));
        while (wall.map(this::scheduled).filter(isBeyond.negate()).isPresent()) {
            wall = stepping.apply(cron, wall.get());
        }
        return wall.map(this::scheduled);
    }

    private Scheduled scheduled(LocalDateTime wall) {
        @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        ZonedDateTime first = wall.atZone(zone);
        if (change == null) {
            return new Scheduled(first.toInstant(), first.toInstant());
        }
        return change.isGap()
                ? new Scheduled(change.getInstant(), first.toInstant())
                : new Scheduled(
                        first.withEarlierOffsetAtOverlap().toInstant(),
                        first.withLaterOffsetAtOverlap().toInstant());
    }
}
