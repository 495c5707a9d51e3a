package no.synkvakt.registry;

import static no.synkvakt.registry.MunicipalityRefusals.GOOD;
import static no.synkvakt.registry.MunicipalityRefusals.assertRefused;
import static no.synkvakt.registry.MunicipalityRefusals.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;
import no.synkvakt.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever careless or hostile clients put: it is refused by field, value and what would do. */
class BadMunicipalitiesTest {

    private static final BigInteger HUGE = BigInteger.TEN.pow(400);
    private static final List<Object> WRONG_TYPES = List.of(1, 1.5, HUGE, true, "", List.of(1), Map.of("a", 1));
    private static final String LINE = "text of one line without control characters";
    private static final String LENGTH = "1 to 200 characters";

    static Stream<Arguments> wrongTypes() {
        Map<String, String> fields = Map.ofEntries(
                Map.entry("name", "text"),
                Map.entry("number", "text"),
                Map.entry("clientServer", "text"),
                Map.entry("domainController", "text"),
                Map.entry("language", "one of nb, nn, en"),
                Map.entry("sis", "one of WIS, IST_LOCAL, IST_HOSTED, ISKOLE, VISMA_INSCHOOL, VISMA_FLYT"),
                Map.entry("steps", "an array"),
                Map.entry("contacts", "an array"),
                Map.entry("schedule", "an object"),
                Map.entry("expected", "an object"),
                Map.entry("tasks", "an object"),
                Map.entry("notify", "true or false"));
        return fields.entrySet().stream().flatMap(field -> WRONG_TYPES.stream()
                .filter(value -> !isOfType(field.getKey(), value))
                .map(value -> Arguments.of(field.getKey(), value, field.getValue())));
    }

    private static boolean isOfType(String field, Object value) {
        return switch (field) {
            case "notify" -> value.equals(true);
            case "steps", "contacts" -> value instanceof List;
            case "schedule", "expected", "tasks" -> value instanceof Map;
            case "name", "number", "clientServer", "domainController" -> value instanceof String;
            default -> value == HUGE;
        };
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void aValueOfAnotherTypeIsRefused(String field, Object value, String accepted) {
        assertRefused(GOOD.with(field, value), field, accepted);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of("name", "", "a name, 1 to 200 characters"),
                Arguments.of("name", "  ", "a name, 1 to 200 characters"),
                Arguments.of("name", "x".repeat(201), LENGTH),
                Arguments.of("name", "X\r\nBcc: thief@x.example", LINE),
                Arguments.of("name", "X\u0000", LINE),
                Arguments.of("name", "X\u007f", LINE),
                Arguments.of("name", "X\u0085", LINE),
                Arguments.of("name", "X\u2028", LINE),
                Arguments.of("name", "\u202eX", LINE),
                Arguments.of("name", "\u2066X", LINE),
                Arguments.of("number", "", "2 or 4 digits"),
                Arguments.of("number", "123", "2 or 4 digits"),
                Arguments.of("number", "12345", "2 or 4 digits"),
                Arguments.of("number", "12\n", "2 or 4 digits"),
                Arguments.of("number", "١٢", "2 or 4 digits"),
                Arguments.of("number", "-1", "2 or 4 digits"),
                Arguments.of("language", "no", "one of nb, nn, en"),
                Arguments.of("language", "NB", "one of nb, nn, en"),
                Arguments.of("sis", "wis", "one of WIS, "),
                Arguments.of("sis", "0", "one of WIS, "),
                Arguments.of("clientServer", "", LENGTH),
                Arguments.of("clientServer", "SRV\r\nX", LINE),
                Arguments.of("clientServer", "x".repeat(201), LENGTH),
                Arguments.of("domainController", "DC\u0000", LINE),
                Arguments.of("domainController", "x".repeat(201), LENGTH),
                Arguments.of("steps", List.of(), "the steps of the chain, in order, at least one"),
                Arguments.of("contacts", List.of(), "at least one contact"),
                Arguments.of(
                        "contacts", Collections.nCopies(51, Map.of("email", "a@b.example")), "at most 50 contacts"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aValueThatBreaksTheFieldsRuleIsRefused(String field, Object value, String accepted) {
        assertRefused(GOOD.with(field, value), field, accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "language", "sis", "steps", "contacts"})
    void whatIsRequiredIsMissed_leftOutOrNull(String field) {
        byte[] without = Json.bytes(GOOD.without(field).json());
        String withNull = new String(without, StandardCharsets.UTF_8).replaceFirst("\\{", "{\"" + field + "\": null, ");

        for (byte[] body : List.of(without, withNull.getBytes(StandardCharsets.UTF_8))) {
            assertThat(error(body).field()).isEqualTo(field);
            assertThat(error(body).value()).isNull();
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Problem problem = MunicipalityReaders.refusal(Json.bytes(Map.of()), "x.example");

        assertThat(problem.errors().stream().map(FieldError::field))
                .containsExactly("contacts", "language", "name", "sis", "steps");
        assertThat(problem.detail()).contains("name: missing; accepted: a name, 1 to 200 characters");
    }

    @Test
    void anIdInTheBodyThatIsNotTheAddressesIsRefused() {
        assertRefused(GOOD.with("id", "y.example"), "id", "the id of the address, x.example");
        assertRefused(GOOD.with("id", 5), "id", "the id of the address, x.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"x\"", "true"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        FieldError error = error(body.getBytes(StandardCharsets.UTF_8));

        assertThat(error.field()).isEqualTo("(body)");
        assertThat(error.accepted()).isEqualTo("an object");
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        String body = new String(Json.bytes(GOOD.json()), StandardCharsets.UTF_8).replace("\"X\"", "\"\\ud800\"");

        assertThat(error(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(new FieldError("name", "\ufffd", LINE));
    }
}
