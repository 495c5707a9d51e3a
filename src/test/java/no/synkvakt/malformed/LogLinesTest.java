package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.synkvakt.testing.ConsoleLog;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.PageLink;
import no.synkvakt.testing.RawHttp;
import no.synkvakt.testing.Stored;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What outsiders send forges no line of the log and moves no cursor, and no secret stands in it. */
@QuarkusTest
class LogLinesTest extends FlowTest {

    private static final String FORGED = "2026-11-23 01:00:00,000 INFO  [no.synkvakt] forged";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "\n",
                "\r",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u001b[2J",
                "\u0000",
                "\u202e",
                "\u2066",
                "\ud800"
            })
    void nothingThatIsLoggedForgesALine(String hostile) {
        String said = "x" + hostile + FORGED;
        Logger log = Logger.getLogger("no.synkvakt.any");
        try (ConsoleLog console = ConsoleLog.open()) {
            log.infof("He said %s", said);
            log.infof("He said %s", List.of(said));
            log.infov("He said {0}", said);
            log.info("He said " + said);
            log.error("It failed", failure(said));
            assertThat(console.shown()).hasSize(5).allSatisfy(LogLinesTest::assertPlain);
            assertThat(console.shown().subList(0, 3))
                    .allMatch(line -> line.lines().count() == 1);
            assertThat(console.shown().get(4))
                    .contains("\tat no.synkvakt.malformed.LogLinesTest.failure", "Caused by: ");
        }
    }

    private static Exception failure(String said) {
        Exception failure = new IllegalStateException(said, new IllegalArgumentException(said));
        failure.addSuppressed(new IllegalStateException(said));
        return failure;
    }

    @Test
    void noRequestForgesALine() {
        watched(lillestrom());
        try (ConsoleLog console = ConsoleLog.open()) {
            for (String escaped : List.of("\\r\\n", "\\u001b[2J", "\\u0085", "\\u2028", "\\u202e")) {
                Case.in("events/attributes.txt", 5).forEach(one -> {
                    String event = "{\"specversion\":\"1.0\",\"id\":\"a\",\""
                            + one.expected().get(0) + "\":\"x" + escaped + FORGED + "\"}";
                    RawHttp.send(
                            "POST",
                            "/api/v1/events",
                            Key.INGEST,
                            List.of("Content-Type: application/cloudevents+json"),
                            event.getBytes(StandardCharsets.UTF_8));
                });
            }
            for (String header : List.of(
                    "User-Agent", "X-Forwarded-For", "Forwarded", "X-Request-Id", "Accept", "Origin", "Cookie")) {
                for (String value : List.of("a\u001b[2J" + FORGED, "a\u0085" + FORGED, "«")) {
                    RawHttp.send("GET", "/api/v1/stalls", Key.VIEWER, List.of(header + ": " + value), new byte[0]);
                }
            }
            for (String path : List.of(
                    "/ping/a%0D%0A" + "forged/export-ad",
                    "/m/a%0Aforged?t=%0Aforged", "/%1b[2J", "/stalls/%0a", "/api/v1/feeds?source=%0Aforged")) {
                RawHttp.ask("DELETE", path, Key.OPERATOR);
                RawHttp.ask("GET", path, null);
            }
            assertThat(console.shown()).allSatisfy(LogLinesTest::assertPlain);
        }
    }

    @Test
    void whatAMailServerAnswersForgesNoLine() {
        stalled();
        MailRelay.saysOf(
                "ikt@lillestrom.example", "450-wait\r\n" + "450-\u001b[2J" + FORGED + "\r\n450 \u0085" + FORGED);
        try (ConsoleLog console = ConsoleLog.open()) {
            holdPasses();
            assertThat(console.shown())
                    .allSatisfy(LogLinesTest::assertPlain)
                    .anyMatch(line -> line.contains("was not sent at attempt 1"));
        }
    }

    @Test
    void noSecretIsLogged() {
        try (ConsoleLog console = ConsoleLog.open()) {
            stalled();
            String pingKey = operator()
                    .get("/api/v1/municipalities/lillestrom.kommune.no/ping-key")
                    .jsonPath()
                    .getString("pingKey");
            as().post("/ping/" + pingKey + "/import-flyvo/fail").then().statusCode(200);
            as().post("/ping/" + pingKey + "/nothing").then().statusCode(422);
            operator()
                    .post("/api/v1/municipalities/lillestrom.kommune.no/ping-key")
                    .then()
                    .statusCode(200);
            holdPasses();
            PageLink link = PageLink.in(mailsTo("ikt@lillestrom.example").get(0));
            as().get(link.address()).then().statusCode(200);
            as().get("/?t=" + link.token()).then().statusCode(401);
            as().header("Authorization", "Bearer a-wrong-key")
                    .get("/api/v1/stalls")
                    .then()
                    .statusCode(401);
            String stallId = statusOf(lillestrom()).stallId().orElseThrow();
            as().formParam("stall", stallId).post(link.button("acknowledge"));

            String all = String.join("", console.shown());
            assertThat(all).contains("Sent notice");
            assertThat(all).doesNotContain(pingKey, link.token(), "a-wrong-key");
            for (Key key : Key.values()) {
                assertThat(all).doesNotContain(key.header().substring("Bearer ".length()));
            }
            Key.settings().values().stream()
                    .filter(value -> value.length() == 64)
                    .forEach(sha256 -> assertThat(all).doesNotContain(sha256));
            new Stored(database)
                    .values("select encode(secret, 'hex') from link_key")
                    .forEach(secret -> assertThat(all).doesNotContain(secret));
        }
    }

    private void stalled() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle();
        engineOf(lillestrom()).fails("import-visma-flyt", "no space");
    }

    /** One line, or lines that are set in below it or tell of the exception behind. */
    private static void assertPlain(String shown) {
        assertThat(shown).endsWith("\n");
        assertThat(shown.substring(0, shown.length() - 1).split("\n", -1)).allSatisfy(line -> {
            assertThat(line).doesNotStartWith(FORGED).doesNotStartWith("forged");
            assertThat(line.replace("\t", "").chars()).noneMatch(LogLinesTest::isHostile);
        });
    }

    private static boolean isHostile(int character) {
        return Character.isISOControl(character)
                || character == 0x2028
                || character == 0x2029
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069)
                || (character >= 0xd800 && character <= 0xdfff);
    }
}
