package no.synkvakt.deadline;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a step usually takes, as long as it stays the same: durations in order, as natural logarithms of seconds. Durations are
 * skewed, their logarithms hardly are (<a href="https://en.wikipedia.org/wiki/Log-normal_distribution">log-normal</a>).
 */
final class Level {

    /** Makes a median absolute deviation comparable to a standard deviation (of a normal distribution). */
    private static final double OF_MAD = 1.4826;

    /** A step that has been regular to the second may still take a tenth longer. */
    private static final double LEAST_SPREAD = 0.1;

    /** The long run that happens in every week, so that a weekday of long runs is no surprise. */
    private static final double LONG = 0.9;

    /** By how many spreads a run may be longer than the long ones; by more while little is known. */
    private static final double SPREADS = 4;

    private static final double MORE_WHILE_FEW = 8;

    private final double[] logs = new double[Learner.MOST];
    private int size;

    static double log(Duration took) {
        return Math.log(took.toSeconds() + took.getNano() / 1e9);
    }

    int size() {
        return size;
    }

    void add(double log) {
        int found = Arrays.binarySearch(logs, 0, size, log);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(logs, at, logs, at + 1, size - at);
        logs[at] = log;
        size++;
    }

    /** Whether a run is longer than this level lets expect. */
    boolean isLong(double log) {
        return size >= Learner.FEWEST && log > longest();
    }

    /** Whether a run is shorter than this level lets expect. */
    boolean isShort(double log) {
        return size >= Learner.FEWEST && log < logs[size - longRank()] - room();
    }

    Learned learned(LearningBounds bounds) {
        Duration limit = bounds.clamp(duration(longest()));
        Duration median = duration(median());
        return new Learned(limit, size, median, duration(median() + spread()).minus(median));
    }

    private double longest() {
        return logs[longRank() - 1] + room();
    }

    private double room() {
        return spread() * SPREADS * (1 + MORE_WHILE_FEW / (size * (double) size));
    }

    private int longRank() {
        return Math.max(1, (int) (LONG * size));
    }

    private double spread() {
        double median = median();
        double[] deviations = new double[size];
        for (int index = 0; index < size; index++) {
            deviations[index] = Math.abs(logs[index] - median);
        }
        Arrays.sort(deviations);
        return Math.max(LEAST_SPREAD, OF_MAD * middle(deviations, size));
    }

    private double median() {
        return middle(logs, size);
    }

    private static double middle(double[] sorted, int size) {
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    private static Duration duration(double log) {
        return Duration.ofMillis(Math.round(Math.exp(log) * 1e3));
    }
}
