package no.synkvakt.ingest;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;

/** In a batch each event stands alone: the good ones are stored, each of the others is named with its reason. */
@QuarkusTest
class BatchTest extends EventRequests {

    @Test
    void theGoodOnesAreStored_theOthersAreNamedByPlaceIdAndProblem() {
        JsonPath answer = taken(post(Arrays.asList(
                done("good-1"),
                with(done("no-such-step"), "data", Map.of("cycle", "c", "step", "Import Nothing")),
                5,
                done("good-1"),
                with(done("not-in-chain"), "data", Map.of("cycle", "c", "step", "export-azure")),
                with(done("unknown"), "subject", "nobody.example"),
                without(done("x"), "id"),
                done("good-2"))));
        assertThat(answer.getInt("accepted")).isEqualTo(2);
        assertThat(answer.getInt("duplicates")).isEqualTo(1);
        assertThat(answer.getList("rejected.index")).isEqualTo(List.of(1, 2, 4, 5, 6));
        assertThat(answer.getList("rejected.id"))
                .isEqualTo(Arrays.asList("no-such-step", null, "not-in-chain", "unknown", null));
        assertThat(answer.getList("rejected.problem.status")).containsOnly(422);
        assertThat(answer.getList("rejected.problem.errors.flatten().field"))
                .isEqualTo(List.of("data.step", "(event)", "data.step", "subject", "id"));
        assertThat(answer.getList("rejected.problem.errors.flatten().value"))
                .isEqualTo(Arrays.asList("Import Nothing", "number", "export-azure", "nobody.example", null));
        assertThat(answer.getMap("rejected[0]")).containsOnlyKeys("index", "id", "problem");
        assertThat(stored().values("select id from event order by id")).containsExactly("good-1", "good-2");
    }

    @Test
    void whenAllAreRefused422_withTheSameListOfTheRejected() {
        Response answer = post(List.of(
                with(done("a"), "subject", "nobody.example"), with(done("b"), "type", "no.efeide.sync.nothing")));
        ProblemAnswer problem = refused(answer);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.fields()).containsExactly("subject", "type");
        JsonPath json = JsonPath.from(answer.asString());
        assertThat(json.getList("rejected.index")).isEqualTo(List.of(0, 1));
        assertThat(json.getList("rejected.id")).isEqualTo(List.of("a", "b"));
        assertThat(json.getMap("rejected[0].problem.errors[0]"))
                .isEqualTo(Map.of(
                        "field", "subject",
                        "value", "nobody.example",
                        "accepted", "the id of a municipality that Synkvakt knows"));
        assertThat(stored().rows("event")).isZero();
    }

    @Test
    void aSingleEventThatIsRefusedIsAnsweredLikeABatchOfOne() {
        Response answer = post(with(done("a"), "subject", "nobody.example"));
        assertThat(refused(answer).status()).isEqualTo(422);
        assertThat(JsonPath.from(answer.asString()).getList("rejected.id")).isEqualTo(List.of("a"));
    }

    @Test
    void refusedAndDuplicatesOnly202() {
        post(done("a"));
        JsonPath answer = taken(post(List.of(done("a"), with(done("b"), "type", "x"))));
        assertThat(answer.getInt("accepted")).isZero();
        assertThat(answer.getInt("duplicates")).isEqualTo(1);
        assertThat(answer.getList("rejected")).hasSize(1);
    }

    @Test
    void oneBatchMayTellOfManyMunicipalitiesInAnyOrder() {
        MunicipalityFixture first = owner("a.example", "A", "WIS");
        MunicipalityFixture last = owner("z.example", "Z", "WIS");
        watched(first, last);
        taken(post(List.of(
                engineOf(last).event("step.completed", "import-sas", Map.of()),
                engineOf(first).event("cycle.started", null, Map.of()),
                done("l"),
                engineOf(last).event("step.failed", "synchronization", Map.of()))));
        assertThat(statusOf(first).state()).isEqualTo("RUNNING");
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("RUNNING");
        assertThat(statusOf(last).state()).isEqualTo("STALLED");
    }

    @Test
    void anEmptyBatchIsNoMistake() {
        assertThat(taken(post(List.of())).getMap(""))
                .isEqualTo(Map.of("accepted", 0, "duplicates", 0, "rejected", List.of()));
    }

    @Test
    void aBatchThatIsCutOffStoresNothing() {
        String whole = new String(Json.bytes(List.of(done("a"), done("b"))), StandardCharsets.UTF_8);
        Response answer = post(BATCH, whole.substring(0, whole.length() - 1).getBytes(StandardCharsets.UTF_8));
        assertThat(refused(answer).status()).isEqualTo(400);
        assertThat(stored().rows("event")).isZero();
    }

    @Test
    void whatIsNoArrayIs422() {
        for (String body : List.of("", "null", "{}", "5", "\"x\"")) {
            ProblemAnswer problem = refused(post(BATCH, body.getBytes(StandardCharsets.UTF_8)));
            assertThat(problem.status()).as(body).isEqualTo(422);
            assertThat(problem.error().field()).as(body).isEqualTo("(body)");
            assertThat(problem.error().accepted()).as(body).isEqualTo("an array of events");
        }
    }
}
