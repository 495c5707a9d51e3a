package no.synkvakt.embedded;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.synkvakt.testing.PackagedSynkvakt;
import no.synkvakt.testing.SharedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator is told at start, and what is refused then. One refusal of each kind is tried; that the others come at the
 * start too is seen by {@code StartTest}, and what they say where they are decided.
 */
class StartIT {

    private static final String SHA_256_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    static final Map<String, String> KEY =
            Map.of("synkvakt.api-keys.tester.sha256", SHA_256_OF_SECRET, "synkvakt.api-keys.tester.role", "operator");

    private static final String PROVIDERS_SECRET = "x".repeat(32);
    private static final Map<String, String> PROVIDER = Map.of(
            "quarkus.oidc.auth-server-url", "http://localhost:1/realms/none",
            "quarkus.oidc.client-id", "synkvakt",
            "quarkus.oidc.credentials.secret", PROVIDERS_SECRET);

    @TempDir
    Path dir;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void nameADatabase() {
        settings.putAll(SharedPostgres.newDatabase().settings());
    }

    @Test
    void withADatabaseAndNoKeyItRefusesToStart_andSaysWhatToConfigure() {
        refused("synkvakt.api-keys.\"<name>\".sha256", ".role", "quarkus.oidc.auth-server-url");
    }

    @Test
    void aBrokenPlaybookStopsTheStartByFileLineAndReason() throws IOException {
        settings.putAll(KEY);
        playbook("- id: mine\n  match: { steps: [import-nothing] }\n  audience: SUPPORT\n");
        refused("my-playbook.yaml, line 1: entry 'mine' names the step 'import-nothing'");
    }

    @Test
    void openOnAnotherAddressThanLoopbackIsRefused() {
        settings.clear();
        settings.put("quarkus.http.host", "0.0.0.0");
        refused("quarkus.http.host is 0.0.0.0, but nobody has a key");
    }

    @Test
    void withADatabaseAndAKeyOnlyThatKeyOpens_thereIsNoDemo_andAnOperatorsPlaybookTakesThePlaceOfThePackagedOne()
            throws IOException {
        settings.putAll(KEY);
        playbook("- id: all-to-support\n  audience: SUPPORT\n");
        try (PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings).untilReady()) {
            given().get(synkvakt.url("/api/v1/stalls")).then().statusCode(401);
            given().header("Authorization", "Bearer secret")
                    .get(synkvakt.url("/api/v1/municipalities"))
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
            given().get(synkvakt.managementUrl("/q/health/started"))
                    .then()
                    .body("checks[0].data.playbookEntries", equalTo(1));
        }
        assertThat(dir.resolve(".synkvakt")).doesNotExist();
    }

    @Test
    void withAnOidcProviderInsteadOfKeysItStarts_evenWhileTheProviderDoesNotAnswer() {
        settings.putAll(PROVIDER);
        try (PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings).untilReady()) {
            given().get(synkvakt.url("/api/v1/stalls")).then().statusCode(401);
            given().header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.eA")
                    .get(synkvakt.url("/api/v1/stalls"))
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json");
            given().accept("text/html")
                    .get(synkvakt.url("/"))
                    .then()
                    .statusCode(503)
                    .body("html.body.main.section.h1", equalTo("Innloggingen svarer ikke"));
            assertThat(synkvakt.log()).doesNotContain(PROVIDERS_SECRET);
        }
    }

    private void playbook(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("my-playbook.yaml"), text);
        settings.put("synkvakt.playbook.file", file.toString());
    }

    private void refused(String... words) {
        PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings);
        assertThat(synkvakt.untilEnded()).isNotZero();
        assertThat(synkvakt.log()).contains(words);
    }
}
