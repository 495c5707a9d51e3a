package no.synkvakt.embedded;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.synkvakt.testing.PackagedSynkvakt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told at start, and what is refused then. */
class StartIT {

    private static final String SHA_256_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    static final Map<String, String> KEY =
            Map.of("synkvakt.api-keys.tester.sha256", SHA_256_OF_SECRET, "synkvakt.api-keys.tester.role", "operator");

    private static final Map<String, String> PROVIDER = Map.of(
            "quarkus.oidc.auth-server-url", "http://localhost:1/realms/none", "quarkus.oidc.client-id", "synkvakt");

    @TempDir
    Path dir;

    @Test
    void withADatabaseAndNoKeyItRefusesToStart_andSaysWhatToConfigure() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings(postgres));
            assertThat(synkvakt.untilEnded()).isNotZero();
            assertThat(synkvakt.log())
                    .contains("synkvakt.api-keys.\"<name>\".sha256", ".role", "quarkus.oidc.auth-server-url");
        }
    }

    @Test
    void withADatabaseAndAKeyOnlyThatKeyOpens_andThereIsNoDemo() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = settings(postgres);
            settings.putAll(KEY);
            try (PackagedSynkvakt synkvakt =
                    PackagedSynkvakt.launch(dir, settings).untilReady()) {
                given().get(synkvakt.url("/api/v1/stalls")).then().statusCode(401);
                given().header("Authorization", "Bearer secret")
                        .get(synkvakt.url("/api/v1/municipalities"))
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(0));
            }
            assertThat(dir.resolve(".synkvakt")).doesNotExist();
        }
    }

    @Test
    void withAnOidcProviderInsteadOfKeysItStarts_evenWhileTheProviderDoesNotAnswer() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = settings(postgres);
            settings.putAll(PROVIDER);
            settings.put("quarkus.oidc.credentials.secret", "x".repeat(32));
            try (PackagedSynkvakt synkvakt =
                    PackagedSynkvakt.launch(dir, settings).untilReady()) {
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
            }
        }
    }

    @Test
    void aSecretThatIsTooShortToEncryptSessionsWithStopsTheStart_withoutBeingRepeated() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = settings(postgres);
            settings.putAll(PROVIDER);
            settings.put("quarkus.oidc.credentials.secret", "too-short-a-secret");
            PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings);
            assertThat(synkvakt.untilEnded()).isNotZero();
            assertThat(synkvakt.log())
                    .contains("quarkus.oidc.credentials.secret is shorter than 32 characters")
                    .doesNotContain("too-short-a-secret");
        }
    }

    @Test
    void aBrokenPlaybookStopsTheStartByFileLineAndReason() throws IOException {
        Path playbook = dir.resolve("my-playbook.yaml");
        Files.writeString(playbook, "- id: mine\n  match: { steps: [import-nothing] }\n  audience: SUPPORT\n");
        PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, Map.of("synkvakt.playbook.file", playbook.toString()));
        assertThat(synkvakt.untilEnded()).isNotZero();
        assertThat(synkvakt.log()).contains("my-playbook.yaml, line 1: entry 'mine' names the step 'import-nothing'");
    }

    @Test
    void anExpectationOfAnUnknownStepStopsTheStartByItsName() {
        PackagedSynkvakt synkvakt =
                PackagedSynkvakt.launch(dir, Map.of("synkvakt.expected.\"import-nothing\"", "PT1H"));
        assertThat(synkvakt.untilEnded()).isNotZero();
        assertThat(synkvakt.log()).contains("synkvakt.expected.\"import-nothing\" names no step");
    }

    @Test
    void aQueryThatAnEnginesDatabaseRefusesStopsTheStartInItsWords() throws IOException {
        try (EmbeddedPostgres engine = EmbeddedPostgres.start()) {
            Map<String, String> settings = Map.of(
                    "synkvakt.demo", "false",
                    "synkvakt.feeds.efeide.url", engine.getJdbcUrl("postgres", "postgres"),
                    "synkvakt.feeds.efeide.username", "postgres",
                    "synkvakt.feeds.efeide.query", "select owner from job_run");
            PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings);
            assertThat(synkvakt.untilEnded()).isNotZero();
            assertThat(synkvakt.log())
                    .contains("synkvakt.feeds.\"efeide\".query: ERROR: relation \"job_run\" does not exist");
        }
    }

    @Test
    void anAddressThatNoMailCanGoToStopsTheStartByItsSetting() {
        PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, Map.of("synkvakt.support.email", "support"));
        assertThat(synkvakt.untilEnded()).isNotZero();
        assertThat(synkvakt.log()).contains("synkvakt.support.email = 'support'; accepted: one mail address");
    }

    @Test
    void anOperatorsPlaybookTakesThePlaceOfThePackagedOne() throws IOException {
        Path playbook = dir.resolve("my-playbook.yaml");
        Files.writeString(playbook, "- id: all-to-support\n  audience: SUPPORT\n");
        Map<String, String> settings = Map.of("synkvakt.playbook.file", playbook.toString(), "synkvakt.demo", "false");
        try (PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings).untilReady()) {
            given().get(synkvakt.managementUrl("/q/health/started"))
                    .then()
                    .body("checks[0].data.playbookEntries", equalTo(1));
        }
    }

    @Test
    void withKeysTheEmbeddedDefaultAsksForThem_andTheDemoPlaysAllTheSame() {
        try (PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, KEY).untilReady()) {
            given().get(synkvakt.url("/api/v1/stalls")).then().statusCode(401);
            given().header("Authorization", "Bearer secret")
                    .get(synkvakt.url("/api/v1/stalls"))
                    .then()
                    .statusCode(200);
            await().until(synkvakt::log, log -> log.contains("The demo plays."));
        }
    }

    @Test
    void openOnAnotherAddressThanLoopbackIsRefused() {
        PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, Map.of("quarkus.http.host", "0.0.0.0"));
        assertThat(synkvakt.untilEnded()).isNotZero();
        assertThat(synkvakt.log()).contains("quarkus.http.host is 0.0.0.0, but nobody has a key");
    }

    static Map<String, String> settings(EmbeddedPostgres postgres) {
        return new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres"));
    }
}
