package no.synkvakt.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.synkvakt.deadline.Learned;
import no.synkvakt.deadline.Learner;
import no.synkvakt.deadline.LearningBounds;
import no.synkvakt.deadline.Run;

/** A way to say how long a step may take, from its last runs and from what is configured. */
record Limits(String name, BiFunction<List<Run>, LearningBounds, Optional<Duration>> rule) {

    /** The catalogue's defaults. */
    static final Limits CONFIGURED = new Limits("configured defaults", (runs, bounds) -> Optional.empty());

    /** What many a monitor does: mean and three standard deviations of all runs whose end was reported. */
    static final Limits MEAN = new Limits("mean + 3 sd", (runs, bounds) -> meanAndThreeDeviations(runs));

    /** Synkvakt's own rule. */
    static final Limits LEARNED =
            new Limits("learned", (runs, bounds) -> Learner.of(runs, bounds).map(Learned::limit));

    static final List<Limits> ALL = List.of(CONFIGURED, MEAN, LEARNED);

    private static Optional<Duration> meanAndThreeDeviations(List<Run> runs) {
        double[] seconds = runs.stream()
                .filter(run -> !run.inferred())
                .mapToDouble(run -> run.took().toMillis() / 1e3)
                .toArray();
        if (seconds.length < Learner.FEWEST) {
            return Optional.empty();
        }
        double sum = 0;
        double squares = 0;
        for (double one : seconds) {
            sum += one;
            squares += one * one;
        }
        double mean = sum / seconds.length;
        double variance = Math.max(0, squares / seconds.length - mean * mean);
        return Optional.of(Duration.ofMillis(Math.round(1e3 * (mean + 3 * Math.sqrt(variance)))));
    }
}
