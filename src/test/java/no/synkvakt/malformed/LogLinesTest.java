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
import no.synkvakt.testing.RawHttp;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What outsiders send forges no line of the log and moves no cursor. */
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
            List<String> shown = console.shown().stream()
                    .filter(line -> line.contains("[no.synkvakt.any]"))
                    .toList();
            assertThat(shown).hasSize(5).allSatisfy(LogLinesTest::assertPlain);
            assertThat(shown.subList(0, 3)).allMatch(line -> line.lines().count() == 1);
            assertThat(shown.get(4)).contains("\tat no.synkvakt.malformed.LogLinesTest.failure", "Caused by: ");
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
                Case.in("events/attributes.txt", 5)
                        .map(one -> one.expected().get(0))
                        .distinct()
                        .forEach(attribute -> {
                            String event = "{\"specversion\":\"1.0\",\"id\":\"a\",\"" + attribute + "\":\"x" + escaped
                                    + FORGED + "\"}";
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
