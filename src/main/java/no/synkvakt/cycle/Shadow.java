package no.synkvakt.cycle;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a learned limit would have made of a run at which it did not hold.
 *
 * @param dueAt when the step would have been due
 * @param outcome what would have been otherwise; null while the run goes on, or when it was stopped on the way
 */
public record Shadow(
        Expectation limit, Instant dueAt, @Nullable Outcome outcome) {

    /** What would have been otherwise. */
    public enum Outcome {
        /** Nothing: it ended within either limit. */
        NONE,
        /** An alarm for a run that ended in time by itself. */
        FALSE_ALARM,
        /** The same alarm, not later than it was. */
        EARLIER,
        /** The same alarm, later. */
        LATER,
        /** No alarm where there was one. */
        SPARED;

        /** Whether there would have been an alarm. */
        public boolean isAlarm() {
            return this == FALSE_ALARM || this == EARLIER || this == LATER;
        }
    }

    /** Empty when nothing was tried at that run, or it is not ready yet. */
    public static Optional<Shadow> of(StepRun run) {
        @Nullable Expectation limit = run.expected().shadow();
        if (limit == null || run.readyAt() == null) {
            return Optional.empty();
        }
        Instant dueAt = limit.dueAt(run.readyAt());
        boolean isKnown = run.finishedAt() != null && !run.wasStopped();
        return Optional.of(new Shadow(limit, dueAt, isKnown ? outcome(run, dueAt) : null));
    }

    private static Outcome outcome(StepRun run, Instant wouldBeDue) {
        Instant due = Objects.requireNonNull(run.dueAt());
        Instant finished = Objects.requireNonNull(run.finishedAt());
        boolean alarmed = finished.isAfter(due);
        if (!finished.isAfter(wouldBeDue)) {
            return alarmed ? Outcome.SPARED : Outcome.NONE;
        }
        if (!alarmed) {
            return Outcome.FALSE_ALARM;
        }
        return wouldBeDue.isAfter(due) ? Outcome.LATER : Outcome.EARLIER;
    }
}
