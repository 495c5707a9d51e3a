package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silences and maintenance windows over the API: what is taken, what is refused and why, how they are listed. */
@QuarkusTest
class SilencesApiTest extends FlowTest {

    private static final String PATH = "/api/v1/silences";
    private static final String UNTIL = "2026-11-23T08:00:00+01:00";
    private static final MunicipalityFixture OTHER = owner("other.example", "Annenby", "WIS");

    @BeforeEach
    void twoAreWatched() {
        watched(lillestrom(), OTHER);
    }

    private static Response post(String body) {
        return operator().body(body).post(PATH);
    }

    private static String made(Map<String, String> body) {
        return operator()
                .body(Json.bytes(body))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath list(String query) {
        return as(Key.VIEWER).get(PATH + query).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void whatIsTakenIsAnsweredAsItIs_withWhereItIs() {
        Response answer = post("{ \"municipality\": \"other.example\", \"step\": \"Import SAS\", \"until\": \"" + UNTIL
                + "\", \"reason\": \" Because\\nof this \" }");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(PATH + "/" + answer.path("id"));
        assertThat(answer.jsonPath().getMap(""))
                .containsOnlyKeys(
                        "id",
                        "kind",
                        "state",
                        "municipality",
                        "step",
                        "from",
                        "until",
                        "reason",
                        "madeBy",
                        "madeAt",
                        "endedAt",
                        "endedBy")
                .containsEntry("kind", "SILENCE")
                .containsEntry("state", "ACTIVE")
                .containsEntry("step", "import-sas")
                .containsEntry("reason", "Because of this")
                .containsEntry("from", "2026-11-23T01:00:00Z")
                .containsEntry("until", "2026-11-23T07:00:00Z")
                .containsEntry("madeBy", "operator");
        String id = answer.path("id");
        assertThat(as(Key.VIEWER).get(PATH + "/" + id).jsonPath().getMap(""))
                .isEqualTo(answer.jsonPath().getMap(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind         | 'QUIET'                              | SILENCE or MAINTENANCE",
                "municipality | 'nobody.example'                     | the id of a municipality",
                "step         | 'import-nothing'                     | one of import-",
                "from         | '2026-11-23'                         | an RFC 3339 time",
                "from         | '2026-11-23T08:00:00+01:00'          | later than from",
                "from         | '2028-11-23T08:00:00+01:00'          | later than from",
                "until        | '2026-11-23T08:00'                   | an RFC 3339 time",
                "until        | '2026-11-23T02:00:00+01:00'          | a time that is ahead",
                "until        | '2025-11-23T02:00:00Z'               | a time that is ahead",
                "until        | '2027-11-24T02:00:01+01:00'          | at most 366 days",
                "until        | '+999999999-12-31T23:59:59-18:00'    | at most 366 days",
                "until        | null                                 | an RFC 3339 time",
                "until        | ''                                   | an RFC 3339 time",
                "utnil        | '2026-11-23T08:00:00+01:00'          | no such field"
            })
    void whatIsWrongIsNamed(String field, String value, String accepted) {
        String json = value.equals("null") ? "null" : "\"" + value + "\"";
        String until = field.equals("until") ? "" : "\"until\": \"" + UNTIL + "\", ";
        ProblemAnswer answer = ProblemAnswer.of(post("{ " + until + "\"" + field + "\": " + json + " }"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error().field()).isIn(field, "until");
        assertThat(answer.error().accepted()).contains(accepted);
        assertThat(queried("select count(*) from silence")).containsExactly("0");
    }

    @Test
    void theLastMomentThatIsTakenIs366DaysAhead() {
        assertThat(made(Map.of("until", "2027-11-24T02:00:00+01:00"))).isNotEmpty();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        ProblemAnswer answer = ProblemAnswer.of(operator()
                .body(Json.bytes(Map.of(
                        "municipality",
                        "nobody",
                        "step",
                        "nothing",
                        "until",
                        "2026-01-01T00:00:00Z",
                        "reason",
                        "x".repeat(201))))
                .post(PATH));
        assertThat(answer.fields()).containsExactly("municipality", "step", "until", "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ \"until\" }", "nonsense"})
    void malformedJsonIs400(String body) {
        assertThat(ProblemAnswer.of(post(body)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "null", "\"x\"", "", "{}", "{ \"until\": {} }", "{ \"until\": [] }"})
    void whatIsNoObjectWithAnUntilIs422(String body) {
        assertThat(ProblemAnswer.of(post(body)).status()).isEqualTo(422);
    }

    @Test
    void theyAreListedNewestFirst_orThoseThatLast() {
        String over = made(Map.of("until", "2026-11-23T03:00:00+01:00"));
        clock.advance(Duration.ofMinutes(1));
        String active = made(Map.of("until", UNTIL, "kind", "MAINTENANCE"));
        clock.advance(Duration.ofMinutes(1));
        String planned = made(Map.of("from", UNTIL, "until", "2026-11-24T08:00:00+01:00"));
        clock.advance(Duration.ofHours(1));

        assertThat(list("").getList("items.id")).isEqualTo(List.of(planned, active, over));
        assertThat(list("").getList("items.state")).isEqualTo(List.of("PLANNED", "ACTIVE", "OVER"));
        assertThat(list("?state=lasting").getList("items.id")).isEqualTo(List.of(active, planned));
        assertThat(list("?state=lasting&size=1&page=1").getList("items.id")).isEqualTo(List.of(planned));
        assertThat(list("?state=lasting&size=1&page=1").getInt("total")).isEqualTo(2);
        assertThat(list("?size=2&page=1").getList("items.id")).isEqualTo(List.of(over));
        assertThat(list("?size=2&page=1").getInt("total")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"state=over, state", "size=0, size", "size=201, size", "page=-1, page"})
    void aListThatThereIsNotIsRefused(String query, String field) {
        ProblemAnswer answer = ProblemAnswer.of(as(Key.VIEWER).get(PATH + "?" + query));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "4e1d8c3a-0000-4000-8000-000000000000"})
    void oneThatIsNotThereIs404(String id) {
        for (Response answer :
                List.of(as(Key.VIEWER).get(PATH + "/" + id), as(Key.OPERATOR).delete(PATH + "/" + id))) {
            assertThat(ProblemAnswer.of(answer).status()).isEqualTo(404);
            assertThat(ProblemAnswer.of(answer).error().value()).isEqualTo(id);
        }
    }

    @Test
    void itIsEndedOnce_byTheFirst() {
        String id = made(Map.of("until", UNTIL));
        clock.advance(Duration.ofMinutes(1));
        assertThat(as(Key.OPERATOR).delete(PATH + "/" + id).statusCode()).isEqualTo(204);
        clock.advance(Duration.ofMinutes(1));
        assertThat(as(Key.OPERATOR).delete(PATH + "/" + id).statusCode()).isEqualTo(204);
        assertThat(list("").getMap("items[0]"))
                .containsEntry("state", "OVER")
                .containsEntry("endedBy", "operator")
                .containsEntry("endedAt", "2026-11-23T01:01:00Z");
    }

    @Test
    void oneThatIsOverByItselfIsNotEnded() {
        String id = made(Map.of("until", UNTIL));
        clock.advance(Duration.ofDays(1));
        assertThat(as(Key.OPERATOR).delete(PATH + "/" + id).statusCode()).isEqualTo(204);
        assertThat(list("").getString("items[0].endedAt")).isNull();
    }

    @Test
    void aReaderAsksForNothingAndEndsNothing() {
        String id = made(Map.of("until", UNTIL));
        assertThat(as(Key.VIEWER)
                        .contentType("application/json")
                        .body("{}")
                        .post(PATH)
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(Key.VIEWER).delete(PATH + "/" + id).statusCode()).isEqualTo(403);
    }

    @Test
    void thoseOfAMunicipalityGoWithIt_thoseOfAllStay() {
        made(Map.of("until", UNTIL, "municipality", OTHER.id()));
        String ofAll = made(Map.of("until", UNTIL));
        deleted(OTHER);
        assertThat(list("").getList("items.id")).isEqualTo(List.of(ofAll));
    }

    @Test
    void idsAreOwn() {
        assertThat(UUID.fromString(made(Map.of("until", UNTIL))))
                .isNotEqualTo(UUID.fromString(made(Map.of("until", UNTIL))));
    }
}
