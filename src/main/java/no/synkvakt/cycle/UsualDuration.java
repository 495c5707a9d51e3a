package no.synkvakt.cycle;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How long a step usually takes: the median of its last runs whose end was reported. */
final class UsualDuration {

    /** How many cycles are looked at. */
    static final int MOST_CYCLES = 20;

    private static final int FEWEST_RUNS = 3;

    private UsualDuration() {}

    /** Empty when too few runs are known to call anything usual; of an even number, the longer of the two in the middle. */
    static Optional<Duration> of(Collection<StepRun> runs) {
        List<Duration> durations = runs.stream()
                .filter(run -> !run.isOpen() && !run.inferred() && run.readyAt() != null)
                .map(run -> Duration.between(run.readyAt(), Objects.requireNonNull(run.finishedAt())))
                .filter(duration -> !duration.isNegative())
                .sorted()
                .toList();
        return durations.size() < FEWEST_RUNS ? Optional.empty() : Optional.of(durations.get(durations.size() / 2));
    }
}
