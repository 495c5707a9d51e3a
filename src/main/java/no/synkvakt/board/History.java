package no.synkvakt.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.notice.Wording;
import org.jspecify.annotations.Nullable;

/** The last cycles as a small picture: how long each took, against how long it may take. */
record History(List<Bar> bars, int height) {

    private static final int ROW = 22;
    private static final int WIDEST = 360;

    /**
     * One cycle. Places and widths are in the picture's own units.
     *
     * @param took how long it took; null while it goes on
     * @param width of its bar
     * @param limit where the line of what it may take stands
     */
    record Bar(String began, @Nullable String took, String mayTake, boolean late, int top, int width, int limit) {

        public int bottom() {
            return top + ROW;
        }
    }

    static History of(List<Cycle> cycles, Instant now, Wording wording) {
        long longest = cycles.stream()
                .mapToLong(cycle ->
                        Math.max(took(cycle, now).toMillis(), mayTake(cycle).toMillis()))
                .max()
                .orElse(1);
        List<Bar> bars = IntStream.range(0, cycles.size())
                .mapToObj(row -> bar(cycles.get(row), row, Math.max(1, longest), now, wording))
                .toList();
        return new History(bars, bars.size() * ROW);
    }

    private static Bar bar(Cycle cycle, int row, long longest, Instant now, Wording wording) {
        Duration took = took(cycle, now);
        Duration mayTake = mayTake(cycle);
        return new Bar(
                wording.time(cycle.startedAt()),
                cycle.completedAt() == null ? null : wording.duration(took),
                wording.duration(mayTake),
                took.compareTo(mayTake) > 0,
                row * ROW,
                (int) Math.max(1, took.toMillis() * WIDEST / longest),
                (int) (mayTake.toMillis() * WIDEST / longest));
    }

    private static Duration took(Cycle cycle, Instant now) {
        Instant end = cycle.completedAt() == null ? now : cycle.completedAt();
        Duration took = Duration.between(cycle.startedAt(), end);
        return took.isNegative() ? Duration.ZERO : took;
    }

    private static Duration mayTake(Cycle cycle) {
        return cycle.steps().stream().map(run -> run.expected().duration()).reduce(Duration.ZERO, Duration::plus);
    }
}
