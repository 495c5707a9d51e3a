package no.synkvakt.deadline;

import java.time.Duration;

/**
 * What may be learned for a step, whatever its runs say.
 *
 * @param floor no limit is shorter: reports come late, and a cycle that is restarted too early is worse than one that waits
 * @param cap no limit is longer, and a run that took longer teaches nothing
 */
public record LearningBounds(Duration floor, Duration cap) {

    private static final int FLOOR_IS_PART = 3;
    private static final Duration LEAST_FLOOR = Duration.ofMinutes(10);
    private static final int CAP_IS_TIMES = 2;
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /**
     * The bounds of a step: from a third of what is configured, but not less than ten minutes, to twice that. What an operator
     * set is meant for everyone; an owner whose step is regularly slower is not in trouble every night.
     */
    public static LearningBounds of(Duration configured) {
        Duration part = configured.dividedBy(FLOOR_IS_PART);
        Duration floor = part.compareTo(LEAST_FLOOR) < 0 ? LEAST_FLOOR : part;
        Duration cap = configured.compareTo(FOR_EVER) > 0 ? configured : configured.multipliedBy(CAP_IS_TIMES);
        return new LearningBounds(floor.compareTo(cap) < 0 ? floor : cap, cap);
    }

    Duration clamp(Duration limit) {
        if (limit.compareTo(floor) < 0) {
            return floor;
        }
        return limit.compareTo(cap) > 0 ? cap : limit;
    }
}
