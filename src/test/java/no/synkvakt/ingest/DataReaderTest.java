package no.synkvakt.ingest;

import static no.synkvakt.ingest.Sent.example;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import no.synkvakt.base.FieldError;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.cycle.Trouble.Changes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event's data: the cycle, the step, and what is said of a step that failed or was held. */
class DataReaderTest {

    private static final String A_CYCLE = "the engine's name of the cycle";
    private static final String CYCLE_LINE = "text of one line without control characters, 1 to 200 characters";

    private final Sent failed = example().ofType("step.failed");
    private final Sent held = example().ofType("step.held");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cycle | 20261123 | the engine's name of the cycle
            cycle | null     | the engine's name of the cycle
            cycle | ""       | the engine's name of the cycle
            cycle | " "      | the engine's name of the cycle
            cycle | {}       | the engine's name of the cycle
            step  | 7        | the id or label of a step
            step  | null     | the id or label of a step
            step  | ""       | the id or label of a step
            step  | ["a"]    | the id or label of a step
            """)
    void cycleAndStepAreText(String field, String value, String accepted) {
        assertThat(example().withData(field, value).refusal())
                .isEqualTo(new FieldError("data." + field, value, accepted));
    }

    @Test
    void cycleAndStepHaveToBeThere() {
        assertThat(example().with("data", "{\"step\": \"import-flyvo\"}").refusal())
                .isEqualTo(new FieldError("data.cycle", null, A_CYCLE));
        assertThat(example().with("data", "{\"cycle\": \"2026-11-23\"}").refusal())
                .isEqualTo(new FieldError("data.step", null, "the id or label of a step"));
    }

    @Test
    void aCyclesNameIsOneLineOfAtMost200Characters() throws Refused {
        String longest = "x".repeat(200);

        assertThat(example().withData("cycle", '"' + longest + '"').read()).isInstanceOf(Report.OfCycle.class);
        assertThat(example().withData("cycle", '"' + longest + "x\"").refusal())
                .isEqualTo(new FieldError("data.cycle", longest + "x", CYCLE_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "c\r\nd", "\u0000", "\ud800"})
    void aCyclesNameHasNoControlCharacters(String name) {
        assertThat(example().withData("cycle", new TextNode(name).toString()).refusal())
                .isEqualTo(new FieldError("data.cycle", name, CYCLE_LINE));
    }

    @Test
    void whatIsSaidOfAFailureIsOneLine() throws Refused {
        assertThat(trouble(failed.withData("message", "\"no space\\r\\n  left\"")))
                .isEqualTo(new Trouble("no space left", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\n\""})
    void aFailureOfWhichNothingIsSaidIsAFailure(String message) throws Refused {
        assertThat(trouble(failed)).isEqualTo(new Trouble(null, null, null));
        assertThat(trouble(failed.withData("message", message))).isEqualTo(new Trouble(null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":7}", "1", "[\"x\"]"})
    void aMessageThatIsNoTextIsRefused(String message) {
        assertThat(failed.withData("message", message).refusal())
                .isEqualTo(new FieldError("data.message", message, "text"));
    }

    @Test
    void theFiltersCountsAndLimitAreTaken() throws Refused {
        assertThat(trouble(held.withData(
                                "changes",
                                "{\"added\": 0, \"changed\": 1873, \"deleted\": null, \"moved\": 7,"
                                        + " \"previousTotal\": 9223372036854775807}")
                        .withData("limit", "12.5")))
                .isEqualTo(new Trouble(null, new Changes(0L, 1873L, null, Long.MAX_VALUE), 12.5));
    }

    @Test
    void bothAreOptional() throws Refused {
        assertThat(trouble(held)).isEqualTo(new Trouble(null, null, null));
        assertThat(trouble(held.withData("changes", "null").withData("limit", "null")))
                .isEqualTo(new Trouble(null, null, null));
        assertThat(trouble(held.withData("changes", "{}")))
                .isEqualTo(new Trouble(null, new Changes(null, null, null, null), null));
    }

    @ParameterizedTest
    @CsvSource({
        "added, -1",
        "changed, 1.5",
        "deleted, \"7\"",
        "previousTotal, 9223372036854775808",
        "previousTotal, 18446744073709551617",
        "added, 1e3",
        "added, 1e30",
        "changed, true",
        "deleted, []",
    })
    void aCountIsAWholeNumber(String name, String value) {
        assertThat(held.withData("changes", "{\"" + name + "\": " + value + "}").refusal())
                .satisfies(error -> assertThat(error.field()).isEqualTo("data.changes." + name))
                .satisfies(error ->
                        assertThat(error.value()).isEqualTo(Sent.json(value).toString()))
                .satisfies(error -> assertThat(error.accepted()).isEqualTo("a whole number, 0 or more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "\"many\""})
    void countsAreAnObject(String changes) {
        assertThat(held.withData("changes", changes).refusal())
                .isEqualTo(new FieldError("data.changes", changes, "an object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "0.5"})
    void theLimitIsAPercentage(String limit) throws Refused {
        assertThat(trouble(held.withData("limit", limit))).isEqualTo(new Trouble(null, null, Double.valueOf(limit)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.1", "\"20\"", "true", "{}"})
    void aLimitThatIsNoneIsRefused(String limit) {
        assertThat(held.withData("limit", limit).refusal())
                .isEqualTo(new FieldError("data.limit", limit, "per cent, a number from 0 to 100"));
    }

    @Test
    void whatIsForAnotherTypeIsIgnored() throws Refused {
        assertThat(trouble(example().withData("message", "7").withData("limit", "-1")))
                .isNull();
        assertThat(trouble(failed.withData("limit", "-1"))).isEqualTo(new Trouble(null, null, null));
        assertThat(trouble(held.withData("message", "7"))).isEqualTo(new Trouble(null, null, null));
    }

    private static @Nullable Trouble trouble(Sent sent) throws Refused {
        return ((Report.OfCycle) sent.read()).event().trouble();
    }
}
