package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Municipalities are listed by id, and found by how they stand and by name, id or number. */
@QuarkusTest
class SearchTest extends FlowTest {

    private static final MunicipalityFixture NEVER = owner("never.example", "Unjárga - Nesseby", "WIS");
    private static final MunicipalityFixture OK =
            owner("ok.example", "Øystre Slidre", "WIS").withChain("import-sas");
    private static final MunicipalityFixture RUNNING =
            owner("running.example", "Oslo", "WIS").with("number", "0301");
    private static final MunicipalityFixture STALLED = owner("stalled.example", "100%_sikker", "WIS");

    @BeforeEach
    void oneOfEachStanding() {
        watched(STALLED, RUNNING, OK, NEVER);
        engineOf(OK).completes("import-sas");
        engineOf(RUNNING).startsCycle();
        engineOf(STALLED).fails("import-sas", "no disk");
    }

    @Test
    void allAreListedById_eachWithItsStanding() {
        JsonPath list = list(Map.of());
        assertThat(list.getList("items.id"))
                .isEqualTo(List.of("never.example", "ok.example", "running.example", "stalled.example"));
        assertThat(list.getList("items.state")).isEqualTo(List.of("NEVER_SEEN", "OK", "RUNNING", "STALLED"));
    }

    @Test
    void anItemIsTheMunicipalityAsGetHasIt_andItsState() {
        Map<String, Object> item = new HashMap<>(list(Map.of("q", "Oslo")).getMap("items[0]"));
        assertThat(item.remove("state")).isEqualTo("RUNNING");
        assertThat(item)
                .isEqualTo(as(Key.VIEWER)
                        .get("/api/v1/municipalities/running.example")
                        .jsonPath()
                        .getMap(""));
    }

    @ParameterizedTest
    @CsvSource({"NEVER_SEEN, never.example", "OK, ok.example", "RUNNING, running.example", "STALLED, stalled.example"})
    void thoseThatStandSo(String state, String id) {
        JsonPath list = list(Map.of("state", state));
        assertThat(list.getList("items.id")).containsExactly(id);
        assertThat(list.getInt("total")).isEqualTo(1);
        assertThat(statusOf(owner(id, "", "WIS")).state()).isEqualTo(state);
    }

    @Test
    void noneIsUnknownWhileEnginesAreHeard() {
        assertThat(list(Map.of("state", "UNKNOWN")).getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nesseby, never.example",
        "UNJÁRGA, never.example",
        "øystre, ok.example",
        "ØYSTRE, ok.example",
        "ok.exa, ok.example",
        "0301, running.example",
        "' oslo ', running.example",
        "%, stalled.example",
        "_, stalled.example"
    })
    void thoseWhoseNameOrIdContainsIt_orWhoseNumberItIs(String q, String id) {
        JsonPath list = list(Map.of("q", q));
        assertThat(list.getList("items.id")).containsExactly(id);
        assertThat(list.getInt("total")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030", "nobody", "'; drop table municipality; --", "\\"})
    void whatIsNowhereFindsNothing(String q) {
        assertThat(list(Map.of("q", q)).getInt("total")).isZero();
        assertThat(list(Map.of()).getInt("total")).isEqualTo(4);
    }

    @Test
    void bothTogetherNarrowIt() {
        assertThat(list(Map.of("q", "example", "state", "OK")).getList("items.id"))
                .containsExactly("ok.example");
        assertThat(list(Map.of("q", "oslo", "state", "OK")).getInt("total")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "OPEN", "'", "OK,RUNNING"})
    void aStateThatIsNoneIs422(String state) {
        ProblemAnswer problem =
                ProblemAnswer.of(as(Key.VIEWER).queryParam("state", state).get("/api/v1/municipalities"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error())
                .isEqualTo(new FieldAtFault("state", state, "one of [NEVER_SEEN, OK, RUNNING, STALLED, UNKNOWN]"));
    }

    private static JsonPath list(Map<String, String> query) {
        return as(Key.VIEWER)
                .queryParams(query)
                .get("/api/v1/municipalities")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
