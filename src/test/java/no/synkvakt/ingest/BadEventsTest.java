package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a refused event is answered, one of each kind; the readers' own tests have everything that is refused. */
@QuarkusTest
class BadEventsTest extends EventRequests {

    private static final String LINE = "text of one line without control characters, 1 to 256 characters";

    @AfterEach
    void nothingIsStored() {
        assertThat(stored().rows("event")).isZero();
        assertThat(stored().rows("cycle")).isZero();
    }

    @Test
    void anAttributeIsNamedWithItsValueAndWhatWouldDo() {
        assertRefused(without(done("a"), "id"), "id", null, "every event has specversion, id, source and type");
        assertRefused(with(done("a"), "time", Map.of("a", 1)), "time", "{\"a\":1}", "text");
        assertRefused(
                with(done("a"), "datacontenttype", "text/plain"), "datacontenttype", "text/plain", "application/json");
    }

    @Test
    void aValueIsRepeatedWithoutWhatCannotBeShown_andShortened() {
        assertRefused(with(done("a"), "id", "x\r\nBcc: y"), "id", "x\ufffd\ufffdBcc: y", LINE);
        assertRefused(with(done("a"), "id", "x".repeat(300)), "id", "x".repeat(200) + "…", LINE);
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        String event = new String(Json.bytes(done("ID")), StandardCharsets.UTF_8).replace("\"ID\"", "\"\\udc00\"");
        ProblemAnswer problem = refused(post(ONE, event.getBytes(StandardCharsets.UTF_8)));
        assertThat(problem.error()).isEqualTo(new FieldAtFault("id", "\ufffd", LINE));
    }

    @Test
    void whatIsWrongInTheDataIsNamedByItsPlace() {
        Map<String, Object> data = Map.of("cycle", "c", "step", FIRST, "changes", Map.of("added", -1));
        Map<String, Object> held = engineOf(LILLESTROM).event("step.held", FIRST, Map.of());
        assertRefused(with(held, "data", data), "data.changes.added", "-1", "a whole number, 0 or more");
        assertRefused(with(done("a"), "data", List.of()), "data", "[]", "an object");
        assertRefused(
                with(without(done("a"), "data"), "data_base64", "e30="),
                "data.cycle",
                null,
                "the engine's name of the cycle");
    }

    @Test
    void aStepThatIsNotInTheMunicipalitysChainIsRefusedWithThoseThatAre() {
        assertRefused(
                with(done("a"), "data", Map.of("cycle", "c", "step", "export-azure")),
                "data.step",
                "export-azure",
                "a step of this municipality's chain: " + String.join(", ", LILLESTROM.chain()));
    }

    @Test
    void whatIsNoObjectIs422() {
        for (String body : List.of("", "null", "5", "[]", "\"x\"")) {
            ProblemAnswer problem = refused(post(ONE, body.getBytes(StandardCharsets.UTF_8)));
            assertThat(problem.status()).as(body).isEqualTo(422);
            assertThat(problem.error().field()).as(body).isEqualTo("(event)");
            assertThat(problem.error().accepted()).as(body).isEqualTo("an object");
        }
    }

    private static void assertRefused(
            Map<String, Object> event, String field, @Nullable String value, String accepted) {
        ProblemAnswer problem = refused(post(event));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error()).isEqualTo(new FieldAtFault(field, value, accepted));
        assertThat(problem.detail()).hasSizeLessThan(1200);
    }
}
