package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Until when it is quiet, and when time that does not count has been made up for. */
class QuietnessTest {

    private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static Instant at(double hours) {
        return NIGHT.plusSeconds((long) (hours * 3600));
    }

    private static Silence from(double from, double until) {
        Silence silence = new Silence();
        silence.from = at(from);
        silence.until = at(until);
        return silence;
    }

    @Test
    void itIsQuietUntilTheEnd_notAtIt() {
        assertThat(Quietness.until(at(1), List.of(from(0, 2)))).contains(at(2));
        assertThat(Quietness.until(at(2), List.of(from(0, 2)))).isEmpty();
        assertThat(Quietness.until(at(0), List.of(from(0, 2)))).contains(at(2));
        assertThat(Quietness.until(at(0), List.of(from(0.001, 2)))).isEmpty();
    }

    @Test
    void quietsThatTouchAreOne() {
        assertThat(Quietness.until(at(1), List.of(from(0, 2), from(2, 3), from(3.5, 5))))
                .contains(at(3));
    }

    @Test
    void oneThatWasEndedEarlyEndsThen() {
        Silence ended = from(0, 9);
        ended.endedAt = at(1.5);
        assertThat(Quietness.until(at(1), List.of(ended))).contains(at(1.5));
        assertThat(Quietness.until(at(1.5), List.of(ended))).isEmpty();
    }

    @Test
    void timeInAWindowDoesNotCount() {
        assertThat(Quietness.after(at(0), HOUR, List.of())).isEqualTo(at(1));
        assertThat(Quietness.after(at(0), HOUR, List.of(from(-1, 4)))).isEqualTo(at(5));
        assertThat(Quietness.after(at(0), HOUR, List.of(from(0.5, 4)))).isEqualTo(at(4.5));
        assertThat(Quietness.after(at(0), HOUR, List.of(from(0.5, 1), from(1.25, 2))))
                .isEqualTo(at(2.25));
    }

    @Test
    void aWindowBeforeOrAfterChangesNothing() {
        assertThat(Quietness.after(at(0), HOUR, List.of(from(-2, 0)))).isEqualTo(at(1));
        assertThat(Quietness.after(at(0), HOUR, List.of(from(1.001, 9)))).isEqualTo(at(1));
    }

    @Test
    void whatIsDueWhenAWindowBeginsIsGivenUntilItsEnd() {
        assertThat(Quietness.after(at(0), HOUR, List.of(from(1, 9)))).isEqualTo(at(9));
    }

    @Test
    void windowsThatOverlapCountOnce() {
        assertThat(Quietness.after(at(0), HOUR, List.of(from(0, 3), from(1, 2), from(2, 4))))
                .isEqualTo(at(5));
    }
}
