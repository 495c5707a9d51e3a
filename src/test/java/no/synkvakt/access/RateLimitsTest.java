package no.synkvakt.access;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;

/** Whoever asks for too much waits, and nobody waits for them. */
@QuarkusTest
@TestProfile(RateLimitsTest.Low.class)
class RateLimitsTest extends FlowTest {

    /** Limits that a test can reach; behind a proxy, so that requests can come from many addresses. */
    public static class Low implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "synkvakt.limit.per-address",
                    "10",
                    "synkvakt.limit.per-key",
                    "2",
                    "synkvakt.limit.refused",
                    "3",
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.allow-x-forwarded",
                    "true");
        }
    }

    private static final int MANY = 200;

    @Test
    void aFloodFromOneAddressIsHeldBackWithAProblem_andTheOthersAreNot() {
        Response refused = refused(each -> from("198.51.100.1", as()).get("/q/openapi"));

        ProblemAnswer problem = ProblemAnswer.of(refused);
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.detail()).contains("Retry-After");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(from("198.51.100.2", as()).get("/q/openapi").statusCode()).isEqualTo(200);
    }

    @Test
    void aFloodWithOneKeyIsHeldBackWhereverItComesFrom_andTheOtherKeysAreNot() {
        Response refused =
                refused(each -> from("203.0.113." + each, as(Key.INGEST)).get("/api/v1/steps"));

        assertThat(ProblemAnswer.of(refused).status()).isEqualTo(429);
        assertThat(from("198.51.100.3", as(Key.VIEWER)).get("/api/v1/steps").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFloodOfOnesPingsIsHeldBack_andAnothersPingsAreNot() {
        String others = "/ping/0123456789abcdef/import-flyvo";
        Response refused = refused(each -> from("203.0.113." + each, as()).post("/ping/fedcba9876543210/import-flyvo"));

        assertThat(ProblemAnswer.of(refused).status()).isEqualTo(429);
        assertThat(from("198.51.100.4", as()).post(others).statusCode()).isEqualTo(404);
    }

    @Test
    void whoGuessesKeysIsSoonToldNothing_andARightKeyFromTheSameAddressIsTaken() {
        String address = "198.51.100.5";
        int guesses = 4;
        Response last = IntStream.range(0, guesses)
                .mapToObj(each -> from(address, as())
                        .header("Authorization", "Bearer guess-" + each)
                        .get("/api/v1/steps"))
                .reduce((former, latter) -> latter)
                .orElseThrow();

        assertThat(ProblemAnswer.of(last).status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 20);
        assertThat(inTurn(() -> from(address, as(Key.OPERATOR)).get("/api/v1/steps"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoGuessesPingKeysIsSoonToldNothing_andARightOneFromTheSameAddressIsTaken() {
        String address = "198.51.100.6";
        String municipality = "/api/v1/municipalities/" + lillestrom().id();
        inTurn(() -> from("198.51.100.60", operator()).body(lillestrom().json()).put(municipality))
                .then()
                .statusCode(201);
        String key = inTurn(() -> from("198.51.100.61", as(Key.OPERATOR)).get(municipality + "/ping-key"))
                .jsonPath()
                .getString("pingKey");

        Response last = IntStream.range(0, 4)
                .mapToObj(each -> from(address, as()).post("/ping/guess-" + each + "/import-flyvo"))
                .reduce((former, latter) -> latter)
                .orElseThrow();

        assertThat(ProblemAnswer.of(last).status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotNull();
        assertThat(from(address, as()).post("/ping/" + key + "/import-flyvo").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLimitThatLetsNobodyThroughIsRefused() {
        assertThatThrownBy(() -> new RateLimits(1, 0, 1))
                .hasMessage("synkvakt.limit.per-key = 0; accepted: at least 1");
    }

    /** The answer once it is this caller's turn: the tests before have asked in the same second. */
    static Response inTurn(Supplier<Response> request) {
        return await().until(request::get, answer -> answer.statusCode() != 429);
    }

    private static RequestSpecification from(String address, RequestSpecification request) {
        return request.header("X-Forwarded-For", address);
    }

    private static Response refused(Function<Integer, Response> request) {
        Optional<Response> refused = IntStream.range(0, MANY)
                .mapToObj(request::apply)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst();
        return refused.orElseThrow();
    }
}
