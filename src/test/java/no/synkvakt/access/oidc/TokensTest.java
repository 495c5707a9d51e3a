package no.synkvakt.access.oidc;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens at the API: made by the realm, for Synkvakt, still good, with a role of Synkvakt's. */
@QuarkusTest
@TestProfile(OidcTest.WithKeycloak.class)
class TokensTest extends OidcTest {

    private static final String READ = "/api/v1/municipalities";
    private static final String OPERATORS_ONLY = "/api/v1/municipalities/lillestrom.kommune.no/ping-key";

    @ParameterizedTest
    @CsvSource({"ola, 200, 200", "siv, 200, 200", "vera, 200, 403", "nils, 403, 403", "adam, 403, 403"})
    void aPersonMayWhatTheirRoleMay(String person, int reads, int readsPingKeys) {
        watched(lillestrom());
        String token = tokenOf(person, "tool");
        assertThat(with(token).get(READ).statusCode()).isEqualTo(reads);
        assertThat(with(token).get(OPERATORS_ONLY).statusCode()).isEqualTo(readsPingKeys);
    }

    @Test
    void aProvidersAdminIsNoMunicipalitysAdmin() {
        watched(lillestrom());
        assertThat(ProblemAnswer.of(with(tokenOf("adam", "tool")).get("/m/lillestrom.kommune.no"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aServiceMayWhatItsRoleMay() {
        watched(lillestrom());
        String token = tokenOfEngine();
        assertThat(with(token)
                        .contentType("application/cloudevents+json")
                        .body("""
                                { "specversion": "1.0", "id": "1", "source": "/oidc",
                                  "type": "no.efeide.sync.heartbeat" }""")
                        .post("/api/v1/events")
                        .statusCode())
                .isEqualTo(202);
        assertThat(ProblemAnswer.of(with(token).get(READ)).status()).isEqualTo(403);
    }

    @Test
    void apiKeysOpenAsBefore() {
        assertThat(as(Key.VIEWER).get(READ).statusCode()).isEqualTo(200);
        assertThat(as(Key.INGEST).get(READ).statusCode()).isEqualTo(403);
        assertRefused(with("neither-a-key-nor-a-token").get(READ));
    }

    @Test
    void withoutACredentialNobodyIsSentToALogin() {
        Response answer = as().accept("text/html").redirects().follow(false).get("/api/v1/stalls");
        assertRefused(answer);
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void aTokenForAnotherApplicationIsRefused() {
        assertRefused(with(tokenOf("ola", "another-application")).get(READ));
    }

    @Test
    void aTokenInAnotherIssuersNameIsRefused_evenWithTheSameSignature() {
        String sameRealm = realm().replace("localhost", "127.0.0.1");
        assertRefused(with(tokenOf(sameRealm, "ola", "tool")).get(READ));
    }

    @Test
    void aForgedTokenIsRefused() {
        String token = tokenOf("vera", "tool");
        String[] parts = token.split("\\.", -1);
        String[] others = tokenOf("ola", "tool").split("\\.", -1);
        assertRefused(with(parts[0] + "." + others[1] + "." + parts[2]).get(READ));
        assertRefused(with("eyJhbGciOiJub25lIn0." + others[1] + ".").get(READ));
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        String token = tokenOf("ola", "short-lived");
        assertThat(with(token).get(READ).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> with(token).get(READ).statusCode() == 401);
        assertRefused(with(token).get(READ));
    }

    @Test
    void whoDidSomethingIsRecordedByName_butNeverByMailAddress() {
        String stall = aStall();
        press("acknowledge", stall, tokenOf("kari@example.org", "tool"));
        press("escalate", stall, tokenOf("ola", "tool"));
        String recorded = queried("select acts::text from stall").toString()
                + queried("select row_to_json(audit)::text from audit");
        assertThat(recorded)
                .contains("\"by\": \"ola\"", "ACKNOWLEDGED", "ESCALATED")
                .doesNotContain("kari", "@example.org");
    }

    private String aStall() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(3));
        return stallOf(lillestrom()).id();
    }

    private static void press(String button, String stall, String token) {
        with(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/stalls/" + stall + "/" + button)
                .then()
                .statusCode(200);
    }

    private static void assertRefused(Response answer) {
        assertThat(ProblemAnswer.of(answer).status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}
