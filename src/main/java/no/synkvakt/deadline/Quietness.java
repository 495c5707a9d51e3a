package no.synkvakt.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What silences and maintenance windows come to, in the order of their beginnings. */
final class Quietness {

    private Quietness() {}

    /** Until when it is quiet without a break; empty when it is not quiet at that time. */
    static Optional<Instant> until(Instant now, List<Silence> silences) {
        Instant end = now;
        for (Silence silence : silences) {
            if (!silence.from.isAfter(end) && silence.end().isAfter(end)) {
                end = silence.end();
            }
        }
        return end.equals(now) ? Optional.empty() : Optional.of(end);
    }

    /** When that much time will have passed since the beginning, not counting the windows. */
    static Instant after(Instant beginning, Duration time, List<Silence> windows) {
        Instant at = beginning;
        Duration left = time;
        for (Silence window : windows) {
            Instant from = window.from.isAfter(at) ? window.from : at;
            Duration free = Duration.between(at, from);
            if (window.end().isAfter(at) && free.compareTo(left) <= 0) {
                left = left.minus(free);
                at = window.end();
            }
        }
        return at.plus(left);
    }
}
