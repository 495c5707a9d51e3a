package no.synkvakt.municipality;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.base.FieldError;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked of a municipality beyond its form: steps by any of their names, durations, schedules. */
class MunicipalityRulesTest {

    private static final String IDS = Shipped.catalogue().ids();
    private static final String A_STEP = "the id or label of a step: " + IDS;
    private static final String A_CRON =
            "five fields (minute hour day-of-month month day-of-week) that come true some day, such as 0 2 * * *";
    private static final String A_DURATION = "longer than nothing and at most 31 days";

    private final List<FieldError> errors = new ArrayList<>();

    @Test
    void theContractsExampleIsRight_andStaysAsItIs() {
        Municipality example = Shipped.municipality(lillestrom()
                .with("schedule", Map.of("cron", "0 2 * * *", "zone", "Europe/Oslo"))
                .with("expected", Map.of("import-flyvo", "PT2H"))
                .with("tasks", Map.of("export-ad", List.of("eFeide Import AD skole"))));

        assertThat(check(example)).isEqualTo(example);
        assertThat(errors).isEmpty();
    }

    @Test
    void stepsAreKnownByTheirIds_howeverTheyWereNamed() {
        Municipality checked = check(lillestrom()
                .withChain("import visma flyt", "Syncronization", "EXPORT-365")
                .with("expected", Map.of("Syncronization", "PT30M"))
                .with("tasks", Map.of("EXPORT AD", List.of("eFeide Import AD skole"))));

        assertThat(errors).isEmpty();
        assertThat(checked.steps()).containsExactly("import-visma-flyt", "synchronization", "export-365");
        assertThat(checked.expected()).isEqualTo(Map.of("synchronization", Duration.ofMinutes(30)));
        assertThat(checked.tasks()).isEqualTo(Map.of("export-ad", List.of("eFeide Import AD skole")));
    }

    @Test
    void allElseStaysAsItIs() {
        Municipality example = Shipped.municipality(lillestrom().with("notify", false));

        assertThat(check(example)).isEqualTo(example);
    }

    @Test
    void anUnknownStepIsNamedWhereItStands() {
        check(lillestrom()
                .withChain("import-visma-flyt", "import-flywo")
                .with("expected", Map.of("Export Mars", "PT1H"))
                .with("tasks", Map.of("Export Venus", List.of("a task"))));

        assertThat(errors)
                .containsExactlyInAnyOrder(
                        new FieldError("steps[1]", "import-flywo", A_STEP),
                        new FieldError("expected[Export Mars]", "Export Mars", A_STEP),
                        new FieldError("tasks[Export Venus]", "Export Venus", A_STEP));
    }

    @Test
    void everyStepIsInTheChainOnce_whateverItIsCalled() {
        check(lillestrom().withChain("import-visma-flyt", "synchronization", "Import Visma Flyt"));

        assertThat(errors).containsExactly(new FieldError("steps[2]", "Import Visma Flyt", "each step once"));
    }

    @Test
    void everyStepHasOneExpectationAndOneListOfTasks_whateverItIsCalled() {
        check(lillestrom().with("expected", twice("PT1H")).with("tasks", twice(List.of("a task"))));

        assertThat(errors)
                .containsExactly(
                        new FieldError("expected[Export AD]", "Export AD", "each step once"),
                        new FieldError("tasks[Export AD]", "Export AD", "each step once"));
    }

    private static Map<String, Object> twice(Object value) {
        Map<String, Object> byName = new LinkedHashMap<>();
        byName.put("export-ad", value);
        byName.put("Export AD", value);
        return byName;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.000000001S", "PT1S", "PT744H", "P31D"})
    void aDurationUpToThirtyOneDaysWillDo(String duration) {
        check(lillestrom().with("expected", Map.of("export-ad", duration)));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "-PT1S, PT-1S", "PT744H0.000000001S, PT744H0.000000001S", "P32D, PT768H"})
    void aDurationOfNothingOrLessOrTooMuchIsRefused(String duration, String shown) {
        check(lillestrom().with("expected", Map.of("Export AD", duration)));

        assertThat(errors).containsExactly(new FieldError("expected[export-ad]", shown, A_DURATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 * * *",
                "*/15 0-6 1,15 * 1-5",
                "0 0 29 2 *",
                "0 2 * * 0",
                "0 2 * * 7",
                "0 2 31 12 *",
            })
    void aCronThatComesTrueSomeDayWillDo(String cron) {
        check(lillestrom().with("schedule", Map.of("cron", cron)));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every night",
                "0 2 * *",
                "0 0 2 * * *",
                "60 2 * * *",
                "0 24 * * *",
                "0 2 0 * *",
                "0 2 * 13 *",
                "0 2 30 2 *",
                "0 2 31 4,6,9,11 *",
                "-1 2 * * *",
                "0 2 * * * ; rm",
                "@reboot",
            })
    void aCronThatIsNoneOrNeverComesTrueIsRefused(String cron) {
        check(lillestrom().with("schedule", Map.of("cron", cron)));

        assertThat(errors).containsExactly(new FieldError("schedule.cron", cron, A_CRON));
    }

    @Test
    void aScheduleWithoutACronIsRefused() {
        Schedule schedule = new Schedule(null, "Europe/Oslo");

        Crons.check(schedule, errors);

        assertThat(errors).containsExactly(new FieldError("schedule.cron", null, A_CRON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Oslo", "UTC", "Arctic/Longyearbyen", "+01:00"})
    void aTimeZoneThatExistsWillDo(String zone) {
        check(lillestrom().with("schedule", Map.of("cron", "0 2 * * *", "zone", zone)));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Oslo", "Europe/Lillestrom", "+25:00"})
    void aTimeZoneThatDoesNotIsRefused(String zone) {
        check(lillestrom().with("schedule", Map.of("cron", "0 2 * * *", "zone", zone)));

        assertThat(errors)
                .containsExactly(new FieldError("schedule.zone", zone, "an IANA time zone such as Europe/Oslo"));
    }

    @Test
    void aScheduleWithoutAZoneIsOslos() {
        assertThat(new Schedule("0 2 * * *", null)).isEqualTo(new Schedule("0 2 * * *", "Europe/Oslo"));
        assertThat(new Schedule("0 2 * * *", null).zoneId()).isEqualTo(ZoneId.of("Europe/Oslo"));
    }

    private Municipality check(MunicipalityFixture fixture) {
        return check(Shipped.municipality(fixture));
    }

    private Municipality check(Municipality municipality) {
        return new MunicipalityRules(Shipped.catalogue()).check(municipality, errors);
    }
}
