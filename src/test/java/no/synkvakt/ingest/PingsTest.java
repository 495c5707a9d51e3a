package no.synkvakt.ingest;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import no.synkvakt.testing.RawHttp;
import no.synkvakt.testing.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line of curl in a scheduled task reports a step, with no other credential than the ping key in its address. */
@QuarkusTest
class PingsTest extends FlowTest {

    private static final MunicipalityFixture LILLESTROM = lillestrom();
    private static final String FIRST = "import-visma-flyt";

    @BeforeEach
    void lillestromIsWatched() {
        watched(LILLESTROM);
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GET", "POST"})
    void aPingCompletesTheStepInTheOpenCycle(Method method) {
        engineOf(LILLESTROM).startsCycle();
        clock.advance(Duration.ofMinutes(3));
        Response answer = ping(method, "/" + FIRST);
        assertThat(taken(answer).getMap(""))
                .isEqualTo(
                        Map.of("municipality", LILLESTROM.id(), "cycle", "2026-11-23", "step", FIRST, "changed", true));
        assertThat(step("state")).isEqualTo("DONE");
        assertThat(step("finishedAt")).isEqualTo("2026-11-23T01:03:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-visma-flyt", "IMPORT-VISMA-FLYT", "Import Visma Flyt", "import visma flyt"})
    void theStepIsNamedByIdOrLabelInAnyCase(String name) {
        assertThat(taken(ping(Method.GET, "/" + name)).getString("step")).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GET", "POST"})
    void startSaysThatItHasBegun_failThatItHasFailed(Method method) {
        taken(ping(method, "/" + FIRST + "/start"));
        assertThat(step("state")).isEqualTo("CURRENT");
        assertThat(step("startedAt")).isEqualTo("2026-11-23T01:00:00Z");
        clock.advance(Duration.ofMinutes(1));
        taken(ping(method, "/" + FIRST + "/fail"));
        assertThat(step("state")).isEqualTo("FAILED");
        assertThat((String) statusOf(LILLESTROM).stall("verdict")).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/x-www-form-urlencoded", "image/png"})
    void theBodyOfAFailIsKeptAsItsMessage_whateverItsType(String type) {
        byte[] message = " exit code 5\r\nBcc: x\u0000 æ".getBytes(StandardCharsets.UTF_8);
        List<String> headers = List.of("Content-Type: " + type);
        RawHttp.Answer answer = RawHttp.send("POST", address("/" + FIRST + "/fail"), null, headers, message);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(step("trouble.message")).isEqualTo("exit code 5 Bcc: x\ufffd æ");
    }

    @Test
    void aMessageThatIsNoUtf8IsKeptAsFarAsItCanBeRead() {
        RestAssured.given()
                .body("på".getBytes(StandardCharsets.ISO_8859_1))
                .post(address("/" + FIRST + "/fail"))
                .then()
                .statusCode(200);
        assertThat(step("trouble.message")).isEqualTo("p\ufffd");
    }

    @Test
    void withNoOpenCycleItOpensOneNamedByTheTime() {
        clock.advance(Duration.ofMillis(1500));
        assertThat(taken(ping(Method.GET, "/" + FIRST)).getString("cycle")).isEqualTo("ping-2026-11-23T01:00:01Z");
        assertThat(statusOf(LILLESTROM).json().getString("cycle.id")).isEqualTo("ping-2026-11-23T01:00:01Z");
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("RUNNING");
    }

    @Test
    void aRepeatWithinSixHoursAnswers200AndChangesNothing_afterThatItOpensACycle() {
        ping(Method.GET, "/" + FIRST);
        clock.advance(Duration.ofHours(6));
        assertThat(taken(ping(Method.POST, "/" + FIRST)).getMap(""))
                .containsEntry("changed", false)
                .containsEntry("cycle", "ping-2026-11-23T01:00:00Z");
        assertThat(new Stored(database).rows("event")).isEqualTo(1);
        clock.advance(Duration.ofNanos(1000));
        assertThat(taken(ping(Method.POST, "/" + FIRST)).getMap(""))
                .containsEntry("changed", true)
                .containsEntry("cycle", "ping-2026-11-23T07:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "export-azure"})
    void aStepThatIsNotInTheChainIsRefusedByName(String name) {
        ProblemAnswer problem = ProblemAnswer.of(ping(Method.GET, "/" + name));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error())
                .isEqualTo(new FieldAtFault(
                        "step", name, "a step of this municipality's chain: " + String.join(", ", LILLESTROM.chain())));
        assertThat(new Stored(database).rows("event")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/" + FIRST, "/nope", "/" + FIRST + "/start", "/" + FIRST + "/fail", "/" + FIRST + "/nope"})
    void aWrongKeyIs404AndNothingElseIsTold(String rest) {
        for (String key : new String[] {"wrong", LILLESTROM.id(), key().toUpperCase(Locale.ROOT), "%25"}) {
            Response answer = RestAssured.given().urlEncodingEnabled(false).get("/ping/" + key + rest);
            ProblemAnswer problem = ProblemAnswer.of(answer);
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.detail()).isEqualTo("There is nothing at this address.");
            assertThat(answer.asString()).doesNotContain("import-flyvo", "chain", "municipality");
        }
    }

    @Test
    void whatItCouldSayElseIs404() {
        for (String rest :
                new String[] {"", "/", "/" + FIRST + "/done", "/" + FIRST + "/START", "/" + FIRST + "/start/x"}) {
            assertThat(ProblemAnswer.of(RestAssured.get(address(rest))).status())
                    .isEqualTo(404);
        }
        assertThat(new Stored(database).rows("event")).isZero();
    }

    private Response ping(Method method, String rest) {
        return RestAssured.request(method, address(rest));
    }

    private static JsonPath taken(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath();
    }

    private @Nullable Object step(String field) {
        return statusOf(LILLESTROM).step(FIRST, field);
    }

    private String key() {
        return String.valueOf(new Stored(database).value("select ping_key from municipality"));
    }

    private String address(String rest) {
        return "/ping/" + key() + rest;
    }
}
