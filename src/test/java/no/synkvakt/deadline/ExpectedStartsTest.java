package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.municipality.Schedule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which start a municipality waits for after its latest cycle, from when a cycle counts as it, and when it is missed. */
class ExpectedStartsTest {

    private static final Schedule NIGHTLY = new Schedule("0 2 * * *", null);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final ExpectedStarts starts = new ExpectedStarts(HOUR);

    @Test
    void afterACompleteCycleTheNextNightIsWaitedFor_andMissedWhenTheGraceIsOver() {
        assertThat(starts.next(NIGHTLY, LONG_AGO, cycle("2026-11-22T02:00+01:00", "2026-11-22T02:40+01:00")))
                .contains(new ExpectedStart(
                        time("2026-11-23T02:00+01:00"),
                        time("2026-11-23T01:00+01:00"),
                        time("2026-11-23T03:00+01:00")));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                // as far ahead as the grace, and a moment more
                "2026-11-23T01:00+01:00        | 2026-11-23T01:40+01:00 | 2026-11-24T02:00+01:00",
                "2026-11-23T00:59:59.999+01:00 | 2026-11-23T01:40+01:00 | 2026-11-23T02:00+01:00",
                // by hand in the afternoon: not tonight's
                "2026-11-22T14:00+01:00        | 2026-11-22T14:40+01:00 | 2026-11-23T02:00+01:00",
                // late, or by hand in the morning: last night's
                "2026-11-23T09:00+01:00        | 2026-11-23T09:40+01:00 | 2026-11-24T02:00+01:00",
                // it ran when the next should have begun, to the moment and beyond
                "2026-11-22T02:00+01:00        | 2026-11-23T02:00+01:00 | 2026-11-24T02:00+01:00",
                "2026-11-22T02:00+01:00        | 2026-11-23T01:59+01:00 | 2026-11-23T02:00+01:00",
                "2026-11-22T02:00+01:00        | 2026-11-25T10:00+01:00 | 2026-11-26T02:00+01:00",
                // several nights ago: the first one that was missed
                "2026-11-19T02:00+01:00        | 2026-11-19T02:40+01:00 | 2026-11-20T02:00+01:00",
            },
            delimiter = '|')
    void whatTheLatestCycleCountsAs(String began, String done, OffsetDateTime waitedFor) {
        assertThat(starts.next(NIGHTLY, LONG_AGO, cycle(began, done)).map(ExpectedStart::at))
                .contains(waitedFor.toInstant());
    }

    @Test
    void nobodyMissesAStartFromBeforeTheScheduleWasSet() {
        Cycle lastWeek = cycle("2026-11-16T02:00+01:00", "2026-11-16T02:40+01:00");
        assertThat(starts.next(NIGHTLY, time("2026-11-23T02:00+01:00"), lastWeek)
                        .map(ExpectedStart::at))
                .contains(time("2026-11-24T02:00+01:00"));
        assertThat(starts.next(NIGHTLY, time("2026-11-23T01:59+01:00"), lastWeek)
                        .map(ExpectedStart::at))
                .contains(time("2026-11-23T02:00+01:00"));
    }

    @Test
    void whereCyclesAreFrequentOneCountsAsTheStartItIsNearestTo() {
        Schedule often = new Schedule("*/10 * * * *", null);
        assertThat(starts.next(often, LONG_AGO, cycle("2026-11-23T02:05+01:00", "2026-11-23T02:06+01:00")))
                .contains(new ExpectedStart(
                        time("2026-11-23T02:20+01:00"),
                        time("2026-11-23T02:15+01:00"),
                        time("2026-11-23T03:20+01:00")));
        assertThat(starts.next(often, LONG_AGO, cycle("2026-11-23T02:04:59+01:00", "2026-11-23T02:06+01:00"))
                        .map(ExpectedStart::at))
                .contains(time("2026-11-23T02:10+01:00"));
    }

    @Test
    void onTheNightsOfChangedClocksAStartIsMissedWhenItHasComeToNobodyEitherWay() {
        Schedule halfPast = new Schedule("30 2 * * *", null);
        assertThat(starts.next(halfPast, LONG_AGO, cycle("2026-03-28T02:30+01:00", "2026-03-28T02:40+01:00")))
                .contains(new ExpectedStart(
                        time("2026-03-29T03:00+02:00"),
                        time("2026-03-29T01:00+01:00"),
                        time("2026-03-29T04:30+02:00")));
        assertThat(starts.next(halfPast, LONG_AGO, cycle("2026-10-24T02:30+02:00", "2026-10-24T02:40+02:00")))
                .contains(new ExpectedStart(
                        time("2026-10-25T02:30+02:00"),
                        time("2026-10-25T01:30+02:00"),
                        time("2026-10-25T03:30+01:00")));
    }

    @Test
    void oneCycleIsEnoughOnTheNightThatShowsItsTimeTwice_whicheverItTakes() {
        Schedule halfPast = new Schedule("30 2 * * *", null);
        for (String began : List.of("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00")) {
            Cycle cycle = new Cycle("k.example", "c", time(began), time(began).plus(Duration.ofMinutes(5)), List.of());
            assertThat(starts.next(halfPast, LONG_AGO, cycle).map(ExpectedStart::at))
                    .as(began)
                    .contains(time("2026-10-26T02:30+01:00"));
        }
    }

    @Test
    void aScheduleThatNeverComesTrueIsNeverWaitedFor_andOneThatRarelyDoesIs() {
        Cycle any = cycle("2026-11-22T02:00+01:00", "2026-11-22T02:40+01:00");
        assertThat(starts.next(new Schedule("0 2 30 2 *", null), LONG_AGO, any)).isEmpty();
        assertThat(starts.next(new Schedule("0 2 29 2 *", null), LONG_AGO, any).map(ExpectedStart::dueAt))
                .contains(time("2028-02-29T03:00+01:00"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "2026-11-23T01:00+01:00        |                        | true",
                "2026-11-23T00:59:59.999+01:00 |                        | false",
                "2026-11-22T02:00+01:00        | 2026-11-23T02:00+01:00 | true",
                "2026-11-22T02:00+01:00        | 2026-11-23T01:59+01:00 | false",
                "2026-11-24T02:00+01:00        |                        | true",
            },
            delimiter = '|')
    void aMissedStartHasComeAfterAll(String began, @Nullable String done, boolean made) {
        Instant at = time("2026-11-23T02:00+01:00");
        assertThat(starts.isMade(NIGHTLY, at, cycle(began, done))).isEqualTo(made);
        assertThat(starts.isMade(null, at, cycle(began, done)))
                .as("without a schedule")
                .isEqualTo(made);
    }

    @Test
    void withoutGraceItIsMissedAtOnce_andNoneBeforeItCounts() {
        assertThat(new ExpectedStarts(Duration.ZERO)
                        .next(NIGHTLY, LONG_AGO, cycle("2026-11-22T02:00+01:00", "2026-11-22T02:40+01:00")))
                .contains(new ExpectedStart(
                        time("2026-11-23T02:00+01:00"),
                        time("2026-11-23T02:00+01:00"),
                        time("2026-11-23T02:00+01:00")));
    }

    @Test
    void aNegativeGraceIsRefusedByName() {
        assertThatThrownBy(() -> new ExpectedStarts(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.start-grace = PT-1S; accepted: at least PT0S");
    }

    @Test
    void aScheduleThatCannotBeReadSaysWhich() {
        Cycle any = cycle("2026-11-22T02:00+01:00", "2026-11-22T02:40+01:00");
        assertThatThrownBy(() -> starts.next(new Schedule("0 2 * * *", "Europe/Nowhere"), LONG_AGO, any))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Europe/Nowhere");
        assertThatThrownBy(() -> starts.next(new Schedule("at two", null), LONG_AGO, any))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Cycle cycle(String began, @Nullable String done) {
        return new Cycle("k.example", "c", time(began), done == null ? null : time(done), List.of());
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
