package no.synkvakt.deadline;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.municipality.Schedule;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which start of a cycle a municipality waits for, by its schedule.
 *
 * <ol>
 *   <li>A cycle counts as the start it began nearest to, but never as one that was further ahead than the grace: an engine's
 *       clock may run ahead, and whoever starts a cycle in the afternoon has not had tonight's.
 *   <li>Nothing is expected to begin while another cycle runs.
 * </ol>
 */
@Startup
@Singleton
public class ExpectedStarts {

    private static final String GRACE = "synkvakt.start-grace";

    private final Duration grace;

    /** @throws IllegalArgumentException when the grace is negative */
    public ExpectedStarts(@ConfigProperty(name = GRACE) Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException(GRACE + " = " + grace + "; accepted: at least " + Duration.ZERO);
        }
        this.grace = grace;
    }

    /**
     * The first start that is still waited for after a municipality's latest cycle; empty when the schedule never comes true
     * again.
     *
     * @param since when the schedule was set: what it says of earlier times is nothing that anybody has missed
     * @param latest complete
     * @throws IllegalArgumentException when the schedule cannot be read
     */
    public Optional<ExpectedStart> next(Schedule schedule, Instant since, Cycle latest) {
        Instant over = latest.completedAt() == null ? latest.startedAt() : latest.completedAt();
        try {
            ScheduledTimes times = new ScheduledTimes(schedule);
            Optional<ExpectedStart> next = after(times, over.isAfter(since) ? over : since);
            while (next.filter(start -> begins(start, latest)).isPresent()) {
                next = after(times, next.get().at());
            }
            return next;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(schedule + ": " + e.getMessage(), e);
        }
    }

    /**
     * Whether a start that was missed has come after all, as the cycle shows: the cycle is that one or a later one, or it ran
     * when that one should have begun.
     *
     * @param schedule null when there is none any more; one that cannot be read is as good as none
     * @param at the scheduled time
     */
    public boolean isMade(@Nullable Schedule schedule, Instant at, Cycle cycle) {
        return !cycle.startedAt().isBefore(countsFrom(schedule, at))
                || (cycle.completedAt() != null && !cycle.completedAt().isBefore(at));
    }

    /** Until when it is seen whether what somebody did at the time given makes a cycle begin. */
    public Instant seenUntil(Instant done) {
        return done.plus(grace);
    }

    private Optional<ExpectedStart> after(ScheduledTimes times, Instant from) {
        return times.next(from)
                .map(scheduled -> new ExpectedStart(
                        scheduled.at(),
                        countsFrom(times, scheduled.at()),
                        scheduled.atLatest().plus(grace)));
    }

    private Instant countsFrom(@Nullable Schedule schedule, Instant at) {
        try {
            return schedule == null ? at.minus(grace) : countsFrom(new ScheduledTimes(schedule), at);
        } catch (IllegalArgumentException | DateTimeException e) {
            return at.minus(grace);
        }
    }

    private Instant countsFrom(ScheduledTimes times, Instant at) {
        Duration ahead = times.last(at)
                .map(before -> Duration.between(before.at(), at).dividedBy(2))
                .filter(half -> half.compareTo(grace) < 0)
                .orElse(grace);
        return at.minus(ahead);
    }

    private static boolean begins(ExpectedStart start, Cycle cycle) {
        return !cycle.startedAt().isBefore(start.countsFrom());
    }
}
