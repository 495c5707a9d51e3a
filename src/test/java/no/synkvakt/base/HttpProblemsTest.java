package no.synkvakt.base;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, and wherever it ends, the client reads a problem that says what would have been accepted. */
@QuarkusTest
class HttpProblemsTest extends FlowTest {

    private static final int FIVE_MIB = 5 * 1024 * 1024;
    private static final int TWENTY_MB = 20_000_000;
    private static final String EVENT = "application/cloudevents+json";

    @Inject
    ProblemMappers mappers;

    @Test
    void whileTheDatabaseDoesNotServeAClientIsToldWhenToTryAgain() {
        jakarta.ws.rs.core.Response answer =
                mappers.unexpected(new IllegalStateException(new SQLException("terminated", "57P01")));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("10");
    }

    @Test
    void anAddressThatIsNone404() {
        ProblemAnswer problem = ProblemAnswer.of(as(Key.VIEWER).get("/api/v1/nothing"));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.title()).isEqualTo("Not Found");
        assertThat(problem.error())
                .isEqualTo(new FieldAtFault("path", "/api/v1/nothing", "an address of the API, see /q/openapi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/municipalities/lillestrom.kommune.no;a=b",
                "/api/v1/municipalities;a=b",
                "/api/v1/municipalities/%00",
                "/api/v1/municipalities/a%0D%0Ab",
                "/api/v1/municipalities/%E2%80%AE",
                "/api/v1/municipalities/..",
                "/api/v1/municipalities/../../etc/passwd",
                "/api/v1/municipalities/lillestrom.kommune.no%2Fstatus",
                "/api/v1/municipalities/lillestrom.kommune.no/status;x",
                "/api/v1/stalls/%00",
                "/api/v1/steps/import-sas",
                "/API/v1/steps",
                "*"
            })
    void anAddressWithATrickInItIsNone(String address) {
        watched(lillestrom());
        assertThat(ProblemAnswer.of(RawHttp.ask("GET", address, Key.VIEWER)).status())
                .isEqualTo(404);
    }

    @Test
    void aPutToANameWithMatrixParametersPutsNothing() {
        Response answer =
                operator().urlEncodingEnabled(false).body(lillestrom().json()).put("/api/v1/municipalities/x;y");
        assertThat(ProblemAnswer.of(answer).status()).isEqualTo(404);
        assertThat(as(Key.VIEWER).get("/api/v1/municipalities").jsonPath().getInt("total"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /api/v1/municipalities | GET, HEAD, OPTIONS, PUT",
                "POST | /api/v1/municipalities/x | DELETE, GET, HEAD, OPTIONS, PUT",
                "PUT | /api/v1/municipalities/x/ping-key | GET, HEAD, OPTIONS, POST",
                "POST | /api/v1/municipalities/x/status | GET, HEAD, OPTIONS",
                "GET | /api/v1/municipalities/x/test-mail | OPTIONS, POST",
                "GET | /api/v1/events | OPTIONS, POST",
                "GET | /api/v1/stalls/x/acknowledge | OPTIONS, POST",
                "PATCH | /api/v1/stalls/x | GET, HEAD, OPTIONS",
                "DELETE | /ping/x/import-sas | GET, HEAD, OPTIONS, POST",
                "PUT | /ping/x/import-sas/fail | GET, HEAD, OPTIONS, POST"
            })
    void aMethodThatAnAddressDoesNotTake405_withThoseThatItDoes(String method, String path, String allowed) {
        Response answer = operator().request(method, path);
        ProblemAnswer problem = ProblemAnswer.of(answer);
        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.error()).isEqualTo(new FieldAtFault("method", method, allowed));
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/steps", "/api/v1/municipalities", "/api/v1/stalls", "/ping/x/import-sas"})
    void aFormThatAnAddressCannotAnswerIn406(String path) {
        ProblemAnswer problem =
                ProblemAnswer.of(as(Key.VIEWER).accept("text/html").get(path));
        assertThat(problem.status()).isEqualTo(406);
        assertThat(problem.error()).isEqualTo(new FieldAtFault("Accept", "text/html", "application/json"));
    }

    @Test
    void aContentTypeThatAnAddressDoesNotTake415() {
        Response answer = as(Key.OPERATOR).contentType("text/plain").body("x").put("/api/v1/municipalities/x");
        ProblemAnswer problem = ProblemAnswer.of(answer);
        assertThat(problem.status()).isEqualTo(415);
        assertThat(problem.error()).isEqualTo(new FieldAtFault("Content-Type", "text/plain", "application/json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /api/v1/municipalities | application/json, text/csv",
                "POST | /api/v1/silences | application/json"
            })
    void whatElseItTakesIsSaid(String method, String path, String accepted) {
        Response answer = as(Key.OPERATOR).contentType("text/plain").body("x").request(method, path);
        assertThat(ProblemAnswer.of(answer).error())
                .isEqualTo(new FieldAtFault("Content-Type", "text/plain", accepted));
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/events", "PUT, /api/v1/municipalities", "POST, /ping/x/import-sas/fail"})
    void aBodyOfMoreThanFiveMebibytes413_whetherItsLengthIsToldOrNot(String method, String path) {
        Key key = path.startsWith("/ping") ? null : Key.OPERATOR;
        String type = path.endsWith("events") ? EVENT : "application/json";
        for (int bytes : new int[] {FIVE_MIB + 1, TWENTY_MB}) {
            for (RawHttp.Answer answer : new RawHttp.Answer[] {
                RawHttp.send(method, path, key, type, bytes), RawHttp.stream(method, path, key, type, bytes)
            }) {
                ProblemAnswer problem = ProblemAnswer.of(answer);
                assertThat(problem.status()).isEqualTo(413);
                assertThat(problem.error()).isEqualTo(new FieldAtFault("body", "too long", "at most 5242880 bytes"));
            }
        }
    }

    @Test
    void aBodyOfFiveMebibytesIsRead() {
        assertThat(RawHttp.send("POST", "/api/v1/events", Key.INGEST, EVENT, FIVE_MIB)
                        .status())
                .isEqualTo(400);
        assertThat(RawHttp.stream("POST", "/api/v1/events", Key.INGEST, EVENT, FIVE_MIB)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{} x",
                "{}{}",
                "{}[]",
                "{},",
                "{'name': 1}",
                "{name: 1}",
                "{\"name\": NaN}",
                "{\"name\": \"a\nb\"}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"contacts\": [{\"email\": \"a\", \"email\": \"b\"}]}",
                "{\"name\": 1,}",
                "// remark\n{}",
                "[1, 2",
                "{\"name\": \"\\x\"}",
                "{\"name\": 01}"
            })
    void jsonThatIsMalformed400(String body) {
        assertThat400(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jsonThatIsTooDeepOrNoUtf8OrOfHugeNumbers400() {
        assertThat400("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertThat400("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertThat400(("{\"a\": " + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8));
        assertThat400(("{\"" + "a".repeat(100_000) + "\": 1}").getBytes(StandardCharsets.UTF_8));
        assertThat400("{\"name\": \"ø\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void assertThat400(byte[] body) {
        for (String path : new String[] {"/api/v1/municipalities/x", "/api/v1/municipalities"}) {
            assertThatMalformed(operator().body(body).put(path));
        }
        for (String type : new String[] {EVENT, "application/cloudevents-batch+json"}) {
            assertThatMalformed(
                    as(Key.INGEST).header("Content-Type", type).body(body).post("/api/v1/events"));
        }
        String nobody = "/api/v1/stalls/00000000-0000-0000-0000-000000000000/acknowledge";
        assertThatMalformed(operator().body(body).post(nobody));
    }

    private static void assertThatMalformed(Response answer) {
        ProblemAnswer problem = ProblemAnswer.of(answer);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.title()).isEqualTo("Bad Request");
        assertThat(problem.detail())
                .startsWith("The body is not well-formed JSON")
                .hasSizeLessThan(700);
    }
}
