package no.synkvakt.deadline;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.StepRun;

/** The runs of a step, as examples to learn from. */
final class Runs {

    private Runs() {}

    /**
     * Those that are done, the oldest first. One that took no time is none: its beginning was never reported. Where its
     * beginning is only inferred, from the lost end of the step before it, so is how long it took.
     */
    static List<Run> of(String step, Collection<Cycle> cycles) {
        return cycles.stream()
                .sorted(Comparator.comparing(Cycle::startedAt))
                .map(cycle -> run(step, cycle.steps()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Run> run(String step, List<StepRun> chain) {
        return IntStream.range(0, chain.size())
                .filter(position -> chain.get(position).step().equals(step))
                .mapToObj(position -> run(
                        chain.get(position),
                        position > 0 && chain.get(position - 1).inferred()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Run> run(StepRun run, boolean beginningIsInferred) {
        if (run.readyAt() == null || run.finishedAt() == null) {
            return Optional.empty();
        }
        Duration took = Duration.between(run.readyAt(), run.finishedAt());
        return took.isNegative() || took.isZero()
                ? Optional.empty()
                : Optional.of(new Run(run.readyAt(), took, run.inferred() || beginningIsInferred, run.isStalled()));
    }
}
