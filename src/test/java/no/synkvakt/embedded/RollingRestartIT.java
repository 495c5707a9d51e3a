package no.synkvakt.embedded;

import static io.restassured.RestAssured.given;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.PackagedSynkvakt;
import no.synkvakt.testing.SharedPostgres;
import no.synkvakt.testing.Stored;
import no.synkvakt.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas are replaced one after the other while engines report: nothing is lost, and no request is answered with an error. */
class RollingRestartIT {

    private static final List<MunicipalityFixture> OWNERS = IntStream.range(0, 20)
            .mapToObj(number -> owner("owner-" + number + ".example", "Owner " + number, "WIS"))
            .toList();

    @TempDir
    Path dir;

    @Test
    void losesNoEventAndNoNotice_andAnswersNoRequestWithAnError() {
        GreenMail smtp = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        TestDatabase database = SharedPostgres.newDatabase();
        Stored stored = new Stored(database.asOperator());
        try (Rotation rotation = new Rotation()) {
            Map<String, String> settings = settings(database, smtp.getSmtp().getPort());
            PackagedSynkvakt first = added(rotation, settings);
            PackagedSynkvakt second = added(rotation, settings);
            OWNERS.forEach(owner -> put(rotation, owner));
            try (Engines engines = Engines.reporting(rotation, OWNERS)) {
                engines.untilReported(50);
                PackagedSynkvakt third = replaced(first, rotation, settings);
                PackagedSynkvakt fourth = replaced(second, rotation, settings);
                engines.untilReported(engines.reported() + 50);
                engines.stop();
                assertThat(engines.errors()).isEmpty();
                assertThat(stored.rows("event")).isEqualTo(engines.reported());
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> stored.rows("notice where state in ('PENDING','LEASED')") == 0);
                assertThat(stored.rows("stall")).isEqualTo(OWNERS.size());
                assertThat(stored.rows("notice where state = 'SENT'"))
                        .isGreaterThanOrEqualTo(OWNERS.size())
                        .isEqualTo(smtp.getReceivedMessages().length);
                third.kill();
                fourth.kill();
            }
        } finally {
            smtp.stop();
        }
    }

    private PackagedSynkvakt added(Rotation rotation, Map<String, String> settings) {
        PackagedSynkvakt replica = PackagedSynkvakt.launch(dir, settings).untilReady();
        rotation.add(replica);
        await("ready\n" + replica.log()).atMost(Duration.ofMinutes(1)).until(() -> rotation.has(replica));
        return replica;
    }

    /** As a rolling update without gap does: the new one is ready before the old one is asked to go. */
    private PackagedSynkvakt replaced(PackagedSynkvakt old, Rotation rotation, Map<String, String> settings) {
        PackagedSynkvakt replica = added(rotation, settings);
        old.close();
        rotation.remove(old);
        return replica;
    }

    private static void put(Rotation rotation, MunicipalityFixture owner) {
        given().header("Authorization", "Bearer secret")
                .contentType(ContentType.JSON)
                .body(owner.json())
                .put(rotation.url("/api/v1/municipalities/" + owner.id()))
                .then()
                .statusCode(201);
    }

    private static Map<String, String> settings(TestDatabase database, int smtpPort) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(StartIT.KEY);
        settings.putAll(Map.of(
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", String.valueOf(smtpPort),
                "quarkus.shutdown.delay", "3s",
                "quarkus.shutdown.timeout", "10s",
                "synkvakt.notice.hold", "1s",
                "synkvakt.watch.every", "1s"));
        return settings;
    }
}
