package no.synkvakt.access;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.synkvakt.testing.ConsoleLog;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.PageLink;
import no.synkvakt.testing.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No key and no link stands in the log, also at DEBUG, in what Synkvakt tells of itself, or in a problem. */
@QuarkusTest
class SecretsKeptTest extends FlowTest {

    private static final String PING_KEY = "/api/v1/municipalities/lillestrom.kommune.no/ping-key";
    private static final String WRONG = "a-key-that-is-wrong";

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    private final List<String> told = new ArrayList<>();

    @Test
    void neitherLogNorProblemsNorMetricsTellASecret() {
        try (ConsoleLog console = ConsoleLog.open()) {
            watched(lillestrom());
            engineOf(lillestrom()).startsCycle().fails("import-visma-flyt", "no space");
            String pingKey = operator().get(PING_KEY).jsonPath().getString("pingKey");
            ping(pingKey);
            String newKey = operator().post(PING_KEY).jsonPath().getString("pingKey");
            holdPasses();
            PageLink link = PageLink.in(mailsTo("ikt@lillestrom.example").get(0));
            press(link);
            hear(as().header("Authorization", "Bearer " + WRONG).get("/api/v1/stalls"), 401);
            tellOfItself();

            assertThat(console.shown()).anyMatch(line -> line.contains("Sent notice"));
            told.addAll(console.shown());
            assertThat(String.join("\n", told)).doesNotContain(secrets(pingKey, newKey, link.token(), WRONG));
        }
    }

    private void ping(String key) {
        as().post("/ping/" + key + "/import-flyvo/fail").then().statusCode(200);
        hear(as().post("/ping/" + key + "/nothing"), 422);
        hear(as().post("/ping/" + key + "/import-flyvo/what"), 404);
        hear(as().get("/ping/" + key), 404);
        hear(as().get("/ping/" + key + "/a/b/c"), 404);
        hear(as().delete("/ping/" + key + "/import-flyvo"), 405);
    }

    private void press(PageLink link) {
        as().get(link.address()).then().statusCode(200);
        hear(as().get("/?t=" + link.token()), 401);
        hear(as().get("/m/lillesand.kommune.no?t=" + link.token()), 401);
        hear(as().get(link.path() + "/nothing?t=" + link.token()), 403);
        as().formParam("stall", statusOf(lillestrom()).stallId().orElseThrow()).post(link.button("acknowledge"));
    }

    private void tellOfItself() {
        int port = Objects.requireNonNull(management).getPort();
        hear(as(Key.OPERATOR).get("/q/openapi"), 200);
        for (String address : List.of("/q/metrics", "/q/health", "/q/health/ready")) {
            told.add(RestAssured.given().port(port).get(address).asString());
        }
    }

    private void hear(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        told.add(answer.asString());
    }

    private String[] secrets(String... ofTheTest) {
        List<String> secrets = new ArrayList<>(List.of(ofTheTest));
        for (Key key : Key.values()) {
            secrets.add(key.header().substring("Bearer ".length()));
        }
        Key.settings().values().stream().filter(value -> value.length() == 64).forEach(secrets::add);
        new Stored(database)
                .values("select encode(secret, 'hex') from link_key")
                .forEach(secret -> secrets.add(String.valueOf(secret)));
        return secrets.toArray(String[]::new);
    }
}
