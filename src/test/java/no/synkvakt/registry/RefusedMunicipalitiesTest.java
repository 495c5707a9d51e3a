package no.synkvakt.registry;

import static no.synkvakt.registry.MunicipalityRefusals.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a refused municipality is answered, one of each kind; the reader's own tests have everything that is refused. */
@QuarkusTest
class RefusedMunicipalitiesTest extends FlowTest {

    @AfterEach
    void nothingIsStored() {
        assertThat(new Stored(database).rows("municipality")).isZero();
    }

    @Test
    void aFieldIsNamedWithItsValueAndWhatWouldDo() {
        assertRefused("notify", "no", "notify", "no", "true or false");
        assertRefused("number", "123", "number", "123", "2 or 4 digits");
        assertRefused(
                "name", "X\r\nBcc: y", "name", "X\ufffd\ufffdBcc: y", "text of one line without control characters");
        assertRefused("clientServer", "x".repeat(201), "clientServer", "x".repeat(200) + "…", "1 to 200 characters");
        assertRefused("colour", "red", "colour", "red", "no such field; one of ");
    }

    @Test
    void whatIsWrongInsideAFieldIsNamedByItsPlace() {
        String email = "one mail address such as ikt@kommune.example";
        assertRefused("contacts", List.of(Map.of("email", "a")), "contacts[0].email", "a", email);
        assertRefused("expected", Map.of("import-sas", "PT0S"), "expected[import-sas]", "PT0S", "longer than nothing");
        assertRefused("expected", Map.of("import-sas", 3600), "expected.import-sas", "3600", "an ISO 8601 duration");
        assertRefused("tasks", Map.of("import-sas", List.of("")), "tasks[import-sas][0]", "", "the name of a");
        assertRefused("schedule", Map.of("cron", "@daily"), "schedule.cron", "@daily", "five fields");
        assertRefused("steps", List.of("import-sas", "nope"), "steps[1]", "nope", "the id or label of a step");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        ProblemAnswer problem = put("x.example", Json.bytes(Map.of()));
        assertThat(problem.fields()).containsExactly("contacts", "language", "name", "sis", "steps");
        assertThat(problem.detail()).contains("name: missing; accepted: a name, 1 to 200 characters");
    }

    @Test
    void anIdOfAnotherFormIsRefused() {
        for (String id : List.of("A.example", "-x", ".x", "x_y", "x y", "ø", "x/y", "x;y", "x".repeat(64))) {
            ProblemAnswer problem = put(id, Json.bytes(GOOD.json()));
            assertThat(problem.status()).as(id).isEqualTo(422);
            assertThat(problem.error().field()).as(id).isEqualTo("id");
            assertThat(problem.error().value()).isEqualTo(id);
        }
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        for (String body : List.of("", "null", "[]")) {
            ProblemAnswer problem = put("x.example", body.getBytes(StandardCharsets.UTF_8));
            assertThat(problem.status()).as(body).isEqualTo(422);
            assertThat(problem.error().field()).as(body).isEqualTo("(body)");
            assertThat(problem.error().accepted()).as(body).isEqualTo("an object");
        }
    }

    private static void assertRefused(String field, Object value, String place, String shown, String accepted) {
        ProblemAnswer problem =
                put("x.example", Json.bytes(GOOD.with(field, value).json()));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.title()).isEqualTo("Unprocessable Content");
        assertThat(problem.error().field()).isEqualTo(place);
        assertThat(problem.error().value()).isEqualTo(shown);
        assertThat(problem.error().accepted()).startsWith(accepted);
    }

    private static ProblemAnswer put(String id, byte[] body) {
        return ProblemAnswer.of(operator().body(body).put("/api/v1/municipalities/{id}", id));
    }
}
