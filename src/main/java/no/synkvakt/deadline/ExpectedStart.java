package no.synkvakt.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A time at which a cycle should begin.
 *
 * @param at the scheduled time
 * @param countsFrom a cycle that begins earlier is another one
 * @param dueAt when it is missed, unless a cycle has begun by then
 */
public record ExpectedStart(Instant at, Instant countsFrom, Instant dueAt) {

    /** The same where time of planned work does not count, unless that is on one step alone. */
    public ExpectedStart notDuring(List<Silence> windows) {
        List<Silence> whole =
                windows.stream().filter(window -> window.step == null).toList();
        return new ExpectedStart(at, countsFrom, Quietness.after(at, Duration.between(at, dueAt), whole));
    }
}
