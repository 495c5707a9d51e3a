package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When steps may take longer, by how much. */
class SeasonsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalDate WHIT_MONDAY = LocalDate.of(2026, 5, 25);
    private static final BusinessHours HOURS =
            new BusinessHours(LocalTime.of(8, 0), LocalTime.of(16, 0), ZoneId.of("Europe/Oslo"), WHIT_MONDAY::equals);

    private static Seasons summer(double factor, double onHolidays) {
        return new Seasons("06-01", "08-31", factor, onHolidays, HOURS);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T21:59:59Z, PT1H",
        "2026-05-31T22:00:00Z, PT1H30M",
        "2026-08-31T21:59:59Z, PT1H30M",
        "2026-08-31T22:00:00Z, PT1H"
    })
    void theSeasonIsOfDaysInOslo(Instant readyAt, Duration expected) {
        assertThat(summer(1.5, 1).widened(HOUR, readyAt)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-19, PT1H", "2026-12-20, PT2H", "2027-01-06, PT2H", "2027-01-07, PT1H"})
    void aSeasonMayLastOverTheTurnOfTheYear(LocalDate day, Duration expected) {
        Instant noon = day.atTime(12, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant();
        assertThat(new Seasons("12-20", "01-06", 2, 1, HOURS).widened(HOUR, noon))
                .isEqualTo(expected);
    }

    @Test
    void aHolidayWidensToo_andTheGreaterFactorHolds() {
        Instant holiday = Instant.parse("2026-05-25T01:00:00Z");
        assertThat(summer(1, 3).widened(HOUR, holiday)).isEqualTo(Duration.ofHours(3));
        assertThat(new Seasons("05-01", "05-31", 2, 3, HOURS).widened(HOUR, holiday))
                .isEqualTo(Duration.ofHours(3));
        assertThat(new Seasons("05-01", "05-31", 4, 3, HOURS).widened(HOUR, holiday))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void withoutAFactorNothingIsWidened() {
        assertThat(summer(1, 1).widened(HOUR, Instant.parse("2026-07-01T01:00:00Z")))
                .isEqualTo(HOUR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99, -1, 10.1, Double.NaN})
    void aFactorThatMakesNoSenseIsRefusedByName(double factor) {
        assertThatThrownBy(() -> summer(factor, 1))
                .hasMessage("synkvakt.season.factor = " + factor + "; accepted: 1 (nothing is widened) to 10");
        assertThatThrownBy(() -> summer(1, factor)).hasMessageStartingWith("synkvakt.holidays.factor = " + factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06", "13-01", "06-31", "2026-06-01"})
    void aDayThatIsNoneIsRefusedByName(String day) {
        assertThatThrownBy(() -> new Seasons(day, "08-31", 1, 1, HOURS))
                .hasMessage("synkvakt.season.from = '" + day + "'; accepted: a month and day such as 06-15");
    }
}
