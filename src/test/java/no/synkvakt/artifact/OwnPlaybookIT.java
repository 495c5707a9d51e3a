package no.synkvakt.artifact;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FromOutside;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.PackagedSynkvakt;
import no.synkvakt.testing.SharedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was built reads the playbook and the steps that an operator has mounted, in place of its own. */
class OwnPlaybookIT extends FromOutside {

    private static final String PLAYBOOK = """
            - id: caretaker
              audience: SELF_SERVICE
              actions:
                nb: [Ring vaktmesteren.]
                nn: [Ring vaktmeisteren.]
                en: [Call the caretaker.]
            """;

    private static final String STEPS = """
            - { id: import-everything, label: Import Everything, direction: IMPORT, expected: PT0.1S }
            """;

    @TempDir
    Path dir;

    @AfterEach
    void leaveIt() {
        RestAssured.reset();
    }

    @Test
    void theMailSaysWhatTheMountedPlaybookSays() throws IOException {
        try (PackagedSynkvakt synkvakt =
                PackagedSynkvakt.launch(dir, settings()).untilReady()) {
            RestAssured.port = synkvakt.port();
            MunicipalityFixture owner = owner("mounted.example", "Mounted", "WIS")
                    .with("language", "en")
                    .withChain("import-everything");
            watched(owner);
            new Engine(Clock.systemUTC(), owner.id()).startsCycle();
            await().atMost(Duration.ofMinutes(1))
                    .until(synkvakt::log, log -> log.contains("Mail to ikt@mounted.example"));
            await().untilAsserted(
                            () -> assertThat(synkvakt.log()).contains("Import Everything", "Call the caretaker."));
            as().get(synkvakt.managementUrl("/q/health/started"))
                    .then()
                    .body("checks[0].data.playbookEntries", equalTo(1));
        }
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings =
                new HashMap<>(SharedPostgres.newDatabase().settings());
        settings.putAll(Key.settings());
        settings.putAll(Map.of(
                "quarkus.mailer.mock", "true",
                "synkvakt.watch.every", "1s",
                "synkvakt.notice.hold", "0s",
                "synkvakt.playbook.file", written("playbook.yaml", PLAYBOOK),
                "synkvakt.steps.file", written("steps.yaml", STEPS)));
        return settings;
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text).toString();
    }
}
