package no.synkvakt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever careless or hostile clients put: it is refused by field, value and what would do, and nothing is stored. */
@QuarkusTest
class BadMunicipalitiesTest extends MunicipalityRefusals {

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
        assertRefused(GOOD.without(field), field, "");
        assertThat(put("x.example", GOOD.without(field).json()).error().value()).isNull();
        String json = new String(Json.bytes(GOOD.without(field).json()), StandardCharsets.UTF_8);
        String withNull = json.replaceFirst("\\{", "{\"" + field + "\": null, ");
        ProblemAnswer problem = ProblemAnswer.of(operator().body(withNull).put("/api/v1/municipalities/x.example"));
        assertThat(problem.fields()).containsExactly(field);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        ProblemAnswer problem = put("x.example", Map.of());
        assertThat(problem.fields()).containsExactly("contacts", "language", "name", "sis", "steps");
        assertThat(problem.detail()).contains("name: missing; accepted: a name, 1 to 200 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.example", "-x", ".x", "x_y", "x y", "ø", "x/y", "x;y"})
    void anIdOfAnotherFormIsRefused(String id) {
        ProblemAnswer problem = put(id, GOOD.json());
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo("id");
        assertThat(problem.error().value()).isEqualTo(id);
        assertThat(put("x".repeat(64), GOOD.json()).error().field()).isEqualTo("id");
        assertNothingStored();
    }

    @Test
    void anIdInTheBodyThatIsNotTheAddressesIsRefused() {
        assertRefused(GOOD.with("id", "y.example"), "id", "the id of the address, x.example");
        assertRefused(GOOD.with("id", 5), "id", "the id of the address, x.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "5", "\"x\"", "true"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        ProblemAnswer problem = ProblemAnswer.of(operator().body(body).put("/api/v1/municipalities/x.example"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo("(body)");
        assertThat(problem.error().accepted()).isEqualTo("an object");
        assertNothingStored();
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        String body = new String(Json.bytes(GOOD.json()), StandardCharsets.UTF_8).replace("\"X\"", "\"\\ud800\"");
        ProblemAnswer problem = ProblemAnswer.of(operator().body(body).put("/api/v1/municipalities/x.example"));
        assertThat(problem.error().field()).isEqualTo("name");
        assertThat(problem.error().accepted()).isEqualTo(LINE);
        assertNothingStored();
    }
}
