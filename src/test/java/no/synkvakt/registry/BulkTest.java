package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Municipalities that are put together are put all or none. */
@QuarkusTest
class BulkTest extends FlowTest {

    private static final MunicipalityFixture A = owner("a.example", "A", "WIS");
    private static final MunicipalityFixture B = owner("b.example", "B", "WIS");

    @Test
    void allAreCreatedOrReplaced_andCounted() {
        watched(A);
        Map<String, Object> counts = operator()
                .body(List.of(A.with("name", "Another A").jsonWithId(), B.jsonWithId()))
                .put("/api/v1/municipalities")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(counts).isEqualTo(Map.of("created", 1, "replaced", 1));
        assertThat(new Stored(database).values("select name from municipality order by id"))
                .containsExactly("Another A", "B");
    }

    @Test
    void oneThatIsWrongKeepsAllOut_andIsNamedByItsPlaceInTheArray() {
        watched(A);
        ProblemAnswer problem = put(List.of(
                A.with("name", "Another A").jsonWithId(),
                B.with("sis", "PAPER").jsonWithId(),
                owner("c.example", "C", "WIS")
                        .with("steps", List.of("import-sas", "import-sas"))
                        .jsonWithId()));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .containsExactly(
                        new FieldAtFault(
                                "[1].sis",
                                "PAPER",
                                "one of WIS, IST_LOCAL, IST_HOSTED, ISKOLE, VISMA_INSCHOOL, VISMA_FLYT"),
                        new FieldAtFault("[2].steps[1]", "import-sas", "each step once"));
        assertThat(new Stored(database).values("select name from municipality")).containsExactly("A");
    }

    @Test
    void eachNeedsItsId_andEachComesOnce() {
        ProblemAnswer problem = put(List.of(A.json(), B.jsonWithId(), B.jsonWithId()));
        assertThat(problem.errors())
                .containsExactly(
                        new FieldAtFault(
                                "[0].id",
                                null,
                                "1 to 63 of a-z, 0-9, dot and hyphen, beginning with a letter or digit"),
                        new FieldAtFault("[2].id", "b.example", "each municipality once"));
        assertThat(new Stored(database).rows("municipality")).isZero();
    }

    @Test
    void anUnknownFieldIsRefusedByName_withItsValue() {
        ProblemAnswer problem = put(List.of(A.with("nmae", "B").jsonWithId()));
        assertThat(problem.error().field()).isEqualTo("[0].nmae");
        assertThat(problem.error().value()).isEqualTo("B");
        assertThat(problem.error().accepted()).startsWith("no such field; one of clientServer, contacts, ");
    }

    @Test
    void nothingToPutIsNoMistake() {
        operator().body("[]").put("/api/v1/municipalities").then().statusCode(200);
        assertThat(new Stored(database).rows("municipality")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "{}", "5", "\"x\"", "true"})
    void whatIsNoArrayIs422(String body) {
        ProblemAnswer problem = ProblemAnswer.of(operator().body(body).put("/api/v1/municipalities"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo("(body)");
        assertThat(problem.error().accepted()).isEqualTo("an array of municipalities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"x\"", "[]"})
    void anElementThatIsNoObjectIs422(String element) {
        ProblemAnswer problem =
                ProblemAnswer.of(operator().body("[" + element + "]").put("/api/v1/municipalities"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo("[0].(body)");
        assertThat(problem.error().accepted()).isEqualTo("an object");
    }

    private static ProblemAnswer put(List<Map<String, Object>> all) {
        return ProblemAnswer.of(operator().body(all).put("/api/v1/municipalities"));
    }
}
