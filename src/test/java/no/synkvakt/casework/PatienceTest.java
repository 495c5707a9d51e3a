package no.synkvakt.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import no.synkvakt.deadline.BusinessHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a case waits before the clock does something about it, by the settings. */
class PatienceTest {

    private static final BusinessHours OFFICE =
            new BusinessHours(LocalTime.of(8, 0), LocalTime.of(16, 0), ZoneId.of("Europe/Oslo"), day -> false);
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00+01:00");

    private final Patience patience = patience("PT60S", "PT8H", "PT24H");

    @Test
    void theFirstMailWaitsForTheHold_andOneThatIsOverHoldsNothingBack() {
        assertThat(patience.mailAt(MONDAY_TEN, MONDAY_TEN)).isEqualTo(MONDAY_TEN.plusSeconds(60));
        assertThat(patience.mailAt(MONDAY_TEN, MONDAY_TEN.plusSeconds(59))).isEqualTo(MONDAY_TEN.plusSeconds(60));
        assertThat(patience.mailAt(MONDAY_TEN, MONDAY_TEN.plusSeconds(60))).isEqualTo(MONDAY_TEN.plusSeconds(60));
        assertThat(patience.mailAt(MONDAY_TEN, MONDAY_TEN.plusSeconds(61))).isEqualTo(MONDAY_TEN.plusSeconds(61));
    }

    @Test
    void supportGetsItAfterBusinessTime() {
        assertThat(patience.escalateAt(MONDAY_TEN)).isEqualTo(Instant.parse("2026-11-24T10:00:00+01:00"));
    }

    @Test
    void remindersGoByTheClock() {
        assertThat(patience.remindAt(MONDAY_TEN)).isEqualTo(Instant.parse("2026-11-24T10:00:00+01:00"));
        assertThat(patience("PT0S", "PT8H", "PT1M").remindAt(MONDAY_TEN)).isEqualTo(MONDAY_TEN.plusSeconds(60));
    }

    @Test
    void noPatienceAtAllIsAllowed() {
        Patience none = patience("PT0S", "PT0S", "PT1M");

        assertThat(none.mailAt(MONDAY_TEN, MONDAY_TEN)).isEqualTo(MONDAY_TEN);
        assertThat(none.escalateAt(MONDAY_TEN)).isEqualTo(MONDAY_TEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT-1S | PT8H  | PT24H | synkvakt.notice.hold = PT-1S; accepted: at least PT0S
            PT60S | PT-1S | PT24H | synkvakt.escalate-after = PT-1S; accepted: at least PT0S
            PT60S | PT8H  | PT59S | synkvakt.remind-every = PT59S; accepted: at least PT1M
            """)
    void aSettingThatMakesNoSenseIsRefusedByName(String hold, String escalateAfter, String remindEvery, String words) {
        assertThatThrownBy(() -> patience(hold, escalateAfter, remindEvery))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }

    @Test
    void oneStallAloneIsNoOutage() {
        assertThatThrownBy(() -> patience("PT60S", "PT8H", "PT24H", 1, "PT30M"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.outage.at-least = 1; accepted: at least 2, since one stall is no outage");
    }

    @Test
    void aWindowIsNotNegative() {
        assertThatThrownBy(() -> patience("PT60S", "PT8H", "PT24H", 3, "PT-1S"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.outage.window = PT-1S; accepted: at least PT0S");
    }

    private static Patience patience(String hold, String escalateAfter, String remindEvery) {
        return patience(hold, escalateAfter, remindEvery, 3, "PT30M");
    }

    private static Patience patience(
            String hold, String escalateAfter, String remindEvery, int atLeast, String window) {
        return new Patience(
                Duration.parse(hold),
                Duration.parse(escalateAfter),
                Duration.parse(remindEvery),
                atLeast,
                Duration.parse(window),
                OFFICE);
    }
}
