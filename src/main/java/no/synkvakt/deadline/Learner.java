package no.synkvakt.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns how long a step may take from its own runs.
 *
 * <ol>
 *   <li>The last {@link #MOST} runs are looked at, oldest first. One that took no time, or longer than the cap, or whose end was
 *       inferred says nothing.
 *   <li>A run that was no stall and is about as long as those before it teaches.
 *   <li>One that is much longer or shorter is an outlier and does not teach; nor does a stall.
 *   <li>But what is out of line {@link #A_NEW_LEVEL} times in a row, all longer or all shorter, is how the step is now: what was
 *       known before is forgotten. So a step that has become slower does not stay a stall for ever.
 *   <li>And what is long in {@link #A_HABIT} weeks in a row, in the same night of the week, is a habit of that night, and teaches.
 *   <li>The limit is twice what one run in twenty takes longer than, and half a usual spread above that.
 * </ol>
 */
public final class Learner {

    /** So many runs at least teach anything. */
    public static final int FEWEST = 8;

    /** So many runs at most are looked at: eight weeks of nights. */
    public static final int MOST = 56;

    static final int A_NEW_LEVEL = 4;
    static final int A_HABIT = 3;

    private static final int NIGHTS_OF_A_WEEK = 7;
    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final List<Double> longInARow = new ArrayList<>();
    private final List<Double> shortInARow = new ArrayList<>();
    private final List<List<Double>> longByNight = new ArrayList<>();
    private Level level = new Level();

    private Learner() {
        for (int night = 0; night < NIGHTS_OF_A_WEEK; night++) {
            longByNight.add(new ArrayList<>());
        }
    }

    /** What the runs have taught; empty when they are too few, or the step has just changed. */
    public static Optional<Learned> of(List<Run> oldestFirst, LearningBounds bounds) {
        Learner learner = new Learner();
        oldestFirst.subList(Math.max(0, oldestFirst.size() - MOST), oldestFirst.size()).stream()
                .filter(run -> says(run, bounds))
                .forEach(learner::take);
        return learner.level.size() < FEWEST ? Optional.empty() : Optional.of(learner.level.learned(bounds));
    }

    private static boolean says(Run run, LearningBounds bounds) {
        Duration took = run.took();
        return !run.inferred() && !took.isNegative() && !took.isZero() && took.compareTo(bounds.cap()) <= 0;
    }

    private void take(Run run) {
        double log = Level.log(run.took());
        List<Double> sameNight = longByNight.get(night(run.readyAt()));
        boolean late = level.size() < FEWEST ? run.stalled() : level.isLong(log);
        if (late) {
            shortInARow.clear();
            sameNight.add(log);
            outOfLine(longInARow, log);
            teachHabit(sameNight);
        } else if (level.isShort(log)) {
            longInARow.clear();
            outOfLine(shortInARow, log);
        } else {
            longInARow.clear();
            shortInARow.clear();
            sameNight.clear();
            if (!run.stalled()) {
                level.add(log);
            }
        }
    }

    private void outOfLine(List<Double> inARow, double log) {
        inARow.add(log);
        if (inARow.size() == A_NEW_LEVEL) {
            if (level.size() >= FEWEST) {
                level = new Level();
            }
            inARow.forEach(level::add);
            inARow.clear();
            longByNight.forEach(List::clear);
        }
    }

    private void teachHabit(List<Double> sameNight) {
        if (sameNight.size() == A_HABIT) {
            sameNight.forEach(level::add);
            sameNight.clear();
        }
    }

    /** Which night of the week, from noon to noon (UTC), so that a cycle that begins about midnight is always of one night. */
    private static int night(Instant readyAt) {
        long noons = Math.floorDiv(readyAt.getEpochSecond() + SECONDS_OF_A_DAY / 2, SECONDS_OF_A_DAY);
        return (int) Math.floorMod(noons, (long) NIGHTS_OF_A_WEEK);
    }
}
