package no.synkvakt.stall;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;

/** Finds what is wrong with a cycle. Only its first open step can be to blame; what waits behind that is pending. */
public final class Diagnosis {

    private Diagnosis() {}

    /** What the engine itself reports as wrong. */
    public static Optional<Finding> reported(Cycle cycle) {
        return cycle.current().flatMap(run -> switch (run.state()) {
            case FAILED -> Optional.of(finding(run, Verdict.FAILED));
            case HELD -> Optional.of(finding(run, Verdict.HELD));
            case PENDING, CURRENT, DONE -> Optional.empty();
        });
    }

    /** What is wrong at the given time: what is reported, or that the current step is due. */
    public static Optional<Finding> at(Instant now, Cycle cycle) {
        return reported(cycle).or(() -> overdue(now, cycle));
    }

    private static Optional<Finding> overdue(Instant now, Cycle cycle) {
        return cycle.current()
                .filter(run -> run.state() == StepState.CURRENT)
                .filter(run -> run.dueAt() != null && !run.dueAt().isAfter(now))
                .map(run -> finding(run, run.startedAt() == null ? Verdict.NOT_STARTED : Verdict.OVERRUN));
    }

    private static Finding finding(StepRun run, Verdict verdict) {
        return new Finding(
                run.step(),
                verdict,
                Objects.requireNonNull(run.readyAt()),
                Objects.requireNonNull(run.dueAt()),
                run.trouble());
    }
}
