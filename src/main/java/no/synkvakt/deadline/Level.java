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
    private static final double LONG = 0.95;

    /** Twice as long is slow, not stalled: the owner's whole night was slow, or the step has more to do. */
    private static final double SLOW = Math.log(2);

    /** By how many spreads a run may be longer still; by more while little is known. */
    private static final double SPREADS = 0.5;

    private static final double MORE_WHILE_FEW = 8;

    private final double[] logs = new double[Learner.MOST];
    private int size;

    static double log(Duration took) {
        return Math.log(took.toSeconds() + took.toNanosPart() / 1e9);
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
        return SLOW + spread() * SPREADS * (1 + MORE_WHILE_FEW / (size * (double) size));
    }

    private int longRank() {
        return Math.max(1, (int) (LONG * size));
    }

    private double spread() {
        return Math.max(LEAST_SPREAD, OF_MAD * medianDeviation());
    }

    /** The median of the distances from the median: the logs in order are two runs of distances in order, from the middle out. */
    private double medianDeviation() {
        double median = median();
        int below = (size - 1) / 2;
        int above = below + 1;
        double last = 0;
        double beforeLast = 0;
        for (int taken = 0; taken <= size / 2; taken++) {
            beforeLast = last;
            double down = below < 0 ? Double.POSITIVE_INFINITY : median - logs[below];
            double up = above >= size ? Double.POSITIVE_INFINITY : logs[above] - median;
            last = Math.min(down, up);
            if (down <= up) {
                below--;
            } else {
                above++;
            }
        }
        return size % 2 == 0 ? (beforeLast + last) / 2 : last;
    }

    private double median() {
        return (logs[(size - 1) / 2] + logs[size / 2]) / 2;
    }

    private static Duration duration(double log) {
        return Duration.ofMillis(Math.round(Math.exp(log) * 1e3));
    }
}
