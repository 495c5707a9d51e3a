package no.synkvakt.registry;

import static no.synkvakt.registry.MunicipalityRefusals.GOOD;
import static no.synkvakt.registry.MunicipalityRefusals.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong inside a field of a municipality is refused too, and named by its place. */
class BadDetailsTest {

    private static final String LINE = "text of one line without control characters";
    private static final String EMAIL = "one mail address such as ikt@kommune.example";
    private static final String LENGTH = "1 to 200 characters";
    private static final String DURATION = "an ISO 8601 duration such as PT45M";
    private static final String BOUNDS = "longer than nothing and at most 31 days";
    private static final String STEP = "the id or label of a step";

    static Stream<Arguments> wrongInside() {
        return Stream.of(
                Arguments.of("steps", List.of("import-sas", "nope"), "steps[1]", STEP),
                Arguments.of("steps", List.of(""), "steps[0]", STEP),
                Arguments.of("steps", List.of("a\r\nb"), "steps[0]", STEP),
                Arguments.of("steps", List.of(1), "steps[0]", "text"),
                Arguments.of("steps", List.of("import-sas", "Import SAS"), "steps[1]", "each step once"),
                Arguments.of("contacts", List.of(Map.of("name", "X")), "contacts[0].email", EMAIL),
                Arguments.of("contacts", List.of(Map.of("email", 1)), "contacts[0].email", "text"),
                Arguments.of("contacts", List.of("a@b.example"), "contacts[0]", "an object"),
                Arguments.of("contacts", contact("a@b.example\r\nBcc: c@d.example"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("a@b.example, c@d.example"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("A <a@b.example>"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("a"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("@b.example"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("a@b..example"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("a@bø.example"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("a\u0000@b.example"), "contacts[0].email", EMAIL),
                Arguments.of("contacts", contact("a@" + "b".repeat(250) + ".example"), "contacts[0].email", EMAIL),
                Arguments.of(
                        "contacts",
                        List.of(Map.of("email", "a@b.example", "name", "A\r\nTo: c@d.example")),
                        "contacts[0].name",
                        LINE),
                Arguments.of(
                        "contacts",
                        List.of(Map.of("email", "a@b.example", "name", "x".repeat(201))),
                        "contacts[0].name",
                        LENGTH),
                Arguments.of(
                        "contacts",
                        List.of(Map.of("email", "a@b.example", "phone", "1")),
                        "contacts[0].phone",
                        "no such field; one of email, name"),
                Arguments.of("expected", Map.of("nope", "PT1H"), "expected[nope]", STEP),
                Arguments.of("expected", Map.of("import-sas", "PT0S"), "expected[import-sas]", BOUNDS),
                Arguments.of("expected", Map.of("import-sas", "-PT1H"), "expected[import-sas]", BOUNDS),
                Arguments.of("expected", Map.of("import-sas", "P31DT0.000000001S"), "expected[import-sas]", BOUNDS),
                Arguments.of(
                        "expected", Map.of("import-sas", "PT9223372036854775807S"), "expected[import-sas]", BOUNDS),
                Arguments.of("expected", Map.of("import-sas", "P1M"), "expected.import-sas", DURATION),
                Arguments.of("expected", Map.of("import-sas", "P999999999999999999D"), "expected.import-sas", DURATION),
                Arguments.of("expected", Map.of("import-sas", "2 hours"), "expected.import-sas", DURATION),
                Arguments.of("expected", Map.of("import-sas", 3600), "expected.import-sas", DURATION),
                Arguments.of("expected", Map.of("import-sas", 1.5), "expected.import-sas", DURATION),
                Arguments.of("tasks", Map.of("nope", List.of("x")), "tasks[nope]", STEP),
                Arguments.of("tasks", Map.of("import-sas", List.of()), "tasks[import-sas]", "at least one task name"),
                Arguments.of("tasks", Map.of("import-sas", List.of("")), "tasks[import-sas][0]", "the name of a"),
                Arguments.of("tasks", Map.of("import-sas", List.of("a\nb")), "tasks[import-sas][0]", LINE),
                Arguments.of("tasks", Map.of("import-sas", List.of("x".repeat(201))), "tasks[import-sas][0]", LENGTH),
                Arguments.of("tasks", Map.of("import-sas", "x"), "tasks.import-sas", "an array"),
                Arguments.of("schedule", Map.of("zone", "Europe/Oslo"), "schedule.cron", "text"),
                Arguments.of("schedule", Map.of("cron", 5), "schedule.cron", "text"),
                Arguments.of(
                        "schedule", Map.of("cron", "0 2 * * *", "zone", "Mars/Olympus"), "schedule.zone", "an IANA"),
                Arguments.of("schedule", Map.of("cron", "0 2 * * *", "zone", ""), "schedule.zone", "an IANA"));
    }

    @ParameterizedTest
    @MethodSource("wrongInside")
    void whatIsWrongInsideAFieldIsNamedByItsPlace(String field, Object value, String place, String accepted) {
        assertRefused(GOOD.with(field, value), place, accepted);
    }

    private static List<Map<String, String>> contact(String email) {
        return List.of(Map.of("email", email));
    }
}
