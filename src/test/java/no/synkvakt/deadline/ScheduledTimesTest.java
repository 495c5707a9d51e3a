package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.synkvakt.municipality.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a schedule comes true: as its cron says, and once where clocks are changed. */
class ScheduledTimesTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                // every night; strictly after
                "0 2 * * *    | 2026-11-23T01:59:59.999999+01:00 | 2026-11-23T02:00+01:00",
                "0 2 * * *    | 2026-11-23T02:00+01:00           | 2026-11-24T02:00+01:00",
                // the night on which 02:00 to 03:00 is left out: at the moment clocks are put forward
                "30 2 * * *   | 2026-03-28T12:00+01:00           | 2026-03-29T03:00+02:00",
                "30 2 * * *   | 2026-03-29T03:00+02:00           | 2026-03-30T02:30+02:00",
                "0 2 * * *    | 2026-03-28T12:00+01:00           | 2026-03-29T03:00+02:00",
                "0 3 * * *    | 2026-03-28T12:00+01:00           | 2026-03-29T03:00+02:00",
                "30 2 29 3 *  | 2026-03-28T12:00+01:00           | 2026-03-29T03:00+02:00",
                // the night on which they show 02:00 to 03:00 twice: the first time, and no second
                "30 2 * * *   | 2026-10-24T12:00+02:00           | 2026-10-25T02:30+02:00",
                "30 2 * * *   | 2026-10-25T02:30+02:00           | 2026-10-26T02:30+01:00",
                "30 2 * * *   | 2026-10-25T02:29+01:00           | 2026-10-26T02:30+01:00",
                "0 3 * * *    | 2026-10-24T12:00+02:00           | 2026-10-25T03:00+01:00",
                "0 2 * * *    | 2026-10-24T12:00+02:00           | 2026-10-25T02:00+02:00",
                // weekdays; either day, as in crontab(5)
                "0 2 * * 1-5  | 2026-11-27T12:00+01:00           | 2026-11-30T02:00+01:00",
                "0 2 * * 7    | 2026-11-23T12:00+01:00           | 2026-11-29T02:00+01:00",
                "0 2 1 * 1    | 2026-11-24T12:00+01:00           | 2026-11-30T02:00+01:00",
                "0 2 1 * 1    | 2026-11-30T12:00+01:00           | 2026-12-01T02:00+01:00",
                // rarely
                "0 2 29 2 *   | 2026-11-23T12:00+01:00           | 2028-02-29T02:00+01:00",
                "0 2 29 2 *   | 2096-11-23T12:00+01:00           | 2104-02-29T02:00+01:00",
                "0 2 31 * *   | 2026-11-23T12:00+01:00           | 2026-12-31T02:00+01:00",
            },
            delimiter = '|')
    void theNextTime(String cron, OffsetDateTime after, OffsetDateTime next) {
        assertThat(oslo(cron).next(after.toInstant()).map(ScheduledTimes.Scheduled::at))
                .contains(next.toInstant());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "0 2 * * *    | 2026-11-23T02:00+01:00 | 2026-11-22T02:00+01:00",
                "30 2 * * *   | 2026-03-29T03:00+02:00 | 2026-03-28T02:30+01:00",
                "30 2 * * *   | 2026-03-30T02:30+02:00 | 2026-03-29T03:00+02:00",
                "*/20 * * * * | 2026-03-29T03:00+02:00 | 2026-03-29T01:40+01:00",
                "30 2 * * *   | 2026-10-26T02:30+01:00 | 2026-10-25T02:30+02:00",
                "30 2 * * *   | 2026-10-25T02:30+02:00 | 2026-10-24T02:30+02:00",
                "0 2 29 2 *   | 2028-02-29T02:00+01:00 | 2024-02-29T02:00+01:00",
            },
            delimiter = '|')
    void theLastTime(String cron, OffsetDateTime before, OffsetDateTime last) {
        assertThat(oslo(cron).last(before.toInstant()).map(ScheduledTimes.Scheduled::at))
                .contains(last.toInstant());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "30 2 * * * | 2026-03-28T12:00+01:00 | 2026-03-29T03:30+02:00",
                "0 2 * * *  | 2026-03-28T12:00+01:00 | 2026-03-29T03:00+02:00",
                "30 2 * * * | 2026-10-24T12:00+02:00 | 2026-10-25T02:30+01:00",
                "30 2 * * * | 2026-11-23T12:00+01:00 | 2026-11-24T02:30+01:00",
            },
            delimiter = '|')
    void whoTakesItAnotherWayComesToItByThen(String cron, OffsetDateTime after, OffsetDateTime atLatest) {
        assertThat(oslo(cron).next(after.toInstant()).map(ScheduledTimes.Scheduled::atLatest))
                .contains(atLatest.toInstant());
    }

    @Test
    void everyTwentyMinutesGoesOnThroughBothNights_andNeverTwiceAtOnce() {
        assertThat(next("*/20 * * * *", "2026-03-29T01:30:00+01:00", 4))
                .containsExactly("01:40", "03:00", "03:20", "03:40");
        assertThat(next("*/20 * * * *", "2026-10-25T02:30:00+02:00", 3)).containsExactly("02:40", "03:00", "03:20");
        assertThat(next("* * * * *", "2026-03-29T01:58:00+01:00", 3)).containsExactly("01:59", "03:00", "03:01");
    }

    @Test
    void oneThatNeverComesTrueHasNoTimes() {
        Instant any = Instant.parse("2026-11-23T01:00:00Z");
        assertThat(oslo("0 2 30 2 *").next(any)).isEmpty();
        assertThat(oslo("0 2 30 2 *").last(any)).isEmpty();
    }

    @Test
    void itIsReadInItsOwnZone() {
        ScheduledTimes tokyo = new ScheduledTimes(new Schedule("30 2 * * *", "Asia/Tokyo"));
        assertThat(tokyo.next(Instant.parse("2026-03-29T00:00:00Z")).map(ScheduledTimes.Scheduled::at))
                .contains(Instant.parse("2026-03-29T17:30:00Z"));
    }

    private static ScheduledTimes oslo(String cron) {
        return new ScheduledTimes(new Schedule(cron, null));
    }

    private static List<String> next(String cron, String after, int times) {
        List<String> found = new ArrayList<>();
        Instant from = OffsetDateTime.parse(after).toInstant();
        for (int time = 0; time < times; time++) {
            Optional<ScheduledTimes.Scheduled> next = oslo(cron).next(from);
            from = next.orElseThrow().at();
            found.add(LocalDateTime.ofInstant(from, new Schedule(cron, null).zoneId())
                    .toLocalTime()
                    .toString());
        }
        return found;
    }
}
