package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Business time runs Monday to Friday, 08 to 16 in Oslo, and stands still on Norwegian public holidays. */
class BusinessHoursTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final HolidayManager NORWAY =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
    private static final BusinessHours HOURS = BusinessHoursProducer.of("08:00-16:00", "Europe/Oslo", NORWAY);

    @ParameterizedTest
    @CsvSource({
        // a Monday night: the whole of Monday
        "2026-11-23T02:00, PT8H, 2026-11-23T16:00",
        "2026-11-23T08:00, PT8H, 2026-11-23T16:00",
        "2026-11-23T09:00, PT8H, 2026-11-24T09:00",
        "2026-11-23T15:59, PT2M, 2026-11-24T08:01",
        // the end of a day is not yet the next one
        "2026-11-23T16:00, PT1S, 2026-11-24T08:00:01",
        "2026-11-23T12:00, PT4H, 2026-11-23T16:00",
        // a Friday afternoon, and a Saturday
        "2026-11-20T15:00, PT8H, 2026-11-23T15:00",
        "2026-11-21T12:00, PT1H, 2026-11-23T09:00",
        // several days
        "2026-11-23T08:00, PT24H, 2026-11-25T16:00",
        // nothing to wait for
        "2026-11-23T10:00, PT0S, 2026-11-23T10:00",
        "2026-11-23T03:00, PT0S, 2026-11-23T08:00"
    })
    void nightsAndWeekendsDoNotCount(String beginning, String business, String end) {
        assertThat(after(beginning, business)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        // from Maundy Thursday 2026 over Good Friday and Easter Monday
        "2026-04-01T15:00, PT2H, 2026-04-07T09:00",
        // 1 and 17 May; Ascension Day; Whit Monday
        "2026-04-30T15:00, PT2H, 2026-05-04T09:00",
        "2027-05-14T15:00, PT2H, 2027-05-18T09:00",
        "2026-05-13T15:00, PT2H, 2026-05-15T09:00",
        // Christmas, and New Year's Day
        "2026-12-24T15:00, PT2H, 2026-12-28T09:00",
        "2026-12-31T15:00, PT2H, 2027-01-04T09:00"
    })
    void norwegianHolidaysDoNotCount(String beginning, String business, String end) {
        assertThat(after(beginning, business)).isEqualTo(at(end));
    }

    @Test
    void theClocksChangeDoesNotMoveTheHours() {
        assertThat(after("2026-03-27T15:00", "PT2H")).isEqualTo(at("2026-03-30T09:00"));
        assertThat(after("2026-10-23T15:00", "PT2H")).isEqualTo(at("2026-10-26T09:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8-16", "08:00", "16:00-08:00", "08:00-08:00", "08:00-24:00", "08:00-12:00-16:00"})
    void hoursThatAreNoneAreRefused(String hours) {
        assertThatThrownBy(() -> BusinessHoursProducer.of(hours, "Europe/Oslo", NORWAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.business.hours = '" + hours
                        + "'; accepted: two times such as 08:00-16:00, the earlier first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Oslo", "Europe/Atlantis", "UTC+25"})
    void aZoneThatIsNoneIsRefused(String zone) {
        assertThatThrownBy(() -> BusinessHoursProducer.of("08:00-16:00", zone, NORWAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.business.zone = '" + zone + "'; accepted: a time zone such as Europe/Oslo");
    }

    @Test
    void aYearWithoutAWorkingDayIsAnError() {
        BusinessHours never = new BusinessHours(LocalTime.of(8, 0), LocalTime.of(16, 0), OSLO, day -> true);
        assertThatThrownBy(() -> never.after(at("2026-11-23T08:00"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Instant after(String beginning, String business) {
        return HOURS.after(at(beginning), Duration.parse(business));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(OSLO).toInstant();
    }
}
