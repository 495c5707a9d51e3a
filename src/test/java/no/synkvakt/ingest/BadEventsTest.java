package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
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

/** Whatever is wrong with an event is refused by attribute, value and what would do, and nothing is stored. */
@QuarkusTest
class BadEventsTest extends EventRequests {

    private static final String LINE = "text of one line without control characters, 1 to ";
    private static final String TIME = "a time with an offset (RFC 3339) such as 2026-11-23T02:14:07+01:00";
    private static final String BOUNDS = "from 2000-01-01T00:00:00Z to 5 minutes from now";

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void whatEveryEventHasIsMissed(String attribute) {
        assertRefused(without(done("a"), attribute), attribute, "every event has specversion, id, source and type");
    }

    static Stream<Arguments> wrongAttributes() {
        Stream<Arguments> types = Stream.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype")
                .flatMap(attribute -> Stream.of(1, 1.5, true, List.of(), Map.of())
                        .map(value -> Arguments.of(attribute, value, "text")));
        Stream<Arguments> characters = Stream.of("id", "source", "type", "subject")
                .flatMap(attribute -> Stream.of("", " ", "x\u0000", "x\r\nBcc: y", "\u202ex", "x".repeat(300))
                        .map(value -> Arguments.of(attribute, value, LINE)));
        Stream<Arguments> values = Stream.of(
                Arguments.of("specversion", "0.3", "1.0"),
                Arguments.of("specversion", "", "1.0"),
                Arguments.of("source", "no uri", "a URI reference such as /efeide/engine-1"),
                Arguments.of("source", "%zz", "a URI reference such as /efeide/engine-1"),
                Arguments.of("type", "no.efeide.sync.step.done", "one of no.efeide.sync.cycle.started, "),
                Arguments.of("type", "NO.EFEIDE.SYNC.STEP.COMPLETED", "one of no.efeide.sync.cycle.started, "),
                Arguments.of("subject", "Lillestrom.kommune.no", "the id of a municipality that Synkvakt knows"),
                Arguments.of("time", "", LINE),
                Arguments.of("time", "2026-11-23", TIME),
                Arguments.of("time", "2026-11-23T02:14:07", TIME),
                Arguments.of("time", "2026-02-30T00:00:00Z", TIME),
                Arguments.of("time", "2026-11-23T02:14:07+25:00", TIME),
                Arguments.of("time", "1763860447", TIME),
                Arguments.of("time", "1999-12-31T23:59:59Z", BOUNDS),
                Arguments.of("time", "2027-11-23T00:00:00Z", BOUNDS),
                Arguments.of("time", "+999999999-12-31T23:59:59Z", BOUNDS),
                Arguments.of("datacontenttype", "text/plain", "application/json"),
                Arguments.of("data_base64", "e30=", "either data or data_base64"));
        return Stream.of(types, characters, values).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("wrongAttributes")
    void anAttributeThatIsWrongIsRefused(String attribute, Object value, String accepted) {
        assertRefused(with(done("a"), attribute, value), attribute, accepted);
    }

    @Test
    void onlyAHeartbeatHasNoSubject() {
        assertRefused(without(done("a"), "subject"), "subject", "the id of a municipality");
    }

    static Stream<Arguments> wrongData() {
        return Stream.of(
                Arguments.of("step.completed", Map.of("cycle", 1), "data.cycle", "the engine's name of the cycle"),
                Arguments.of("step.completed", Map.of("cycle", ""), "data.cycle", "the engine's name of the cycle"),
                Arguments.of("step.completed", Map.of("cycle", "c\r\nd"), "data.cycle", LINE),
                Arguments.of("step.completed", Map.of("cycle", "\u0000"), "data.cycle", LINE),
                Arguments.of("step.completed", Map.of("cycle", "c".repeat(201)), "data.cycle", LINE),
                Arguments.of("step.completed", Map.of("step", 1), "data.step", "the id or label of a step"),
                Arguments.of("step.completed", Map.of("step", ""), "data.step", "the id or label of a step"),
                Arguments.of("step.completed", Map.of("step", "a\u0000"), "data.step", "the id or label of a step: "),
                Arguments.of("step.completed", Map.of("step", "nope"), "data.step", "the id or label of a step: "),
                Arguments.of(
                        "step.completed",
                        Map.of("step", "export-azure"),
                        "data.step",
                        "a step of this municipality's chain: import-visma-flyt, import-flyvo, "),
                Arguments.of("step.failed", Map.of("message", 1), "data.message", "text"),
                Arguments.of("step.failed", Map.of("message", List.of("x")), "data.message", "text"),
                Arguments.of("step.held", Map.of("changes", 1), "data.changes", "an object"),
                Arguments.of("step.held", Map.of("changes", List.of()), "data.changes", "an object"),
                Arguments.of("step.held", changes(-1), "data.changes.added", "a whole number, 0 or more"),
                Arguments.of("step.held", changes(1.5), "data.changes.added", "a whole number, 0 or more"),
                Arguments.of("step.held", changes("1"), "data.changes.added", "a whole number, 0 or more"),
                Arguments.of("step.held", changes(1e30), "data.changes.added", "a whole number, 0 or more"),
                Arguments.of("step.held", Map.of("limit", -0.1), "data.limit", "per cent, a number from 0 to 100"),
                Arguments.of("step.held", Map.of("limit", 100.1), "data.limit", "per cent, a number from 0 to 100"),
                Arguments.of("step.held", Map.of("limit", "12"), "data.limit", "per cent, a number from 0 to 100"));
    }

    private static Map<String, Object> changes(Object added) {
        return Map.of("changes", Map.of("added", added));
    }

    @ParameterizedTest
    @MethodSource("wrongData")
    void dataThatIsWrongIsRefused(String type, Map<String, Object> wrong, String field, String accepted) {
        Map<String, Object> data = new HashMap<>(Map.of("cycle", "c", "step", FIRST));
        data.putAll(wrong);
        Map<String, Object> event = engineOf(LILLESTROM).event(type, FIRST, Map.of());
        assertRefused(with(event, "data", data), field, accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle", "step"})
    void dataThatIsMissingIsNamed(String name) {
        Map<String, Object> data = new HashMap<>(Map.of("cycle", "c", "step", FIRST));
        data.remove(name);
        assertRefused(with(done("a"), "data", data), "data." + name, "the");
    }

    static Stream<Object> noObjects() {
        return Stream.of(1, true, "x", List.of());
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void dataThatIsNoObjectIsRefused(Object data) {
        assertRefused(with(done("a"), "data", data), "data", "an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{", "{} x", "[]", "{\"cycle\": 1, \"cycle\": 2}"})
    void dataInBase64IsHeldToTheSame(String data) {
        String base64 = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
        ProblemAnswer problem = refused(post(with(without(done("a"), "data"), "data_base64", base64)));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).startsWith("data");
        assertThat(stored().rows("event")).isZero();
        assertRefused(with(without(done("a"), "data"), "data_base64", "!!!"), "data_base64", "base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "5", "[]", "\"x\""})
    void whatIsNoObjectIs422(String body) {
        ProblemAnswer problem = refused(post(ONE, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo("(event)");
        assertThat(problem.error().accepted()).isEqualTo("an object");
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        String event = new String(Json.bytes(done("ID")), StandardCharsets.UTF_8).replace("\"ID\"", "\"\\udc00\"");
        ProblemAnswer problem = refused(post(ONE, event.getBytes(StandardCharsets.UTF_8)));
        assertThat(problem.error().field()).isEqualTo("id");
        assertThat(problem.error().accepted()).startsWith(LINE);
    }

    private void assertRefused(Map<String, Object> event, String field, String accepted) {
        ProblemAnswer problem = refused(post(event));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.fields()).containsExactly(field);
        assertThat(problem.error().accepted()).startsWith(accepted);
        assertThat(problem.detail()).hasSizeLessThan(1200);
        assertThat(stored().rows("event")).isZero();
        assertThat(stored().rows("cycle")).isZero();
    }
}
