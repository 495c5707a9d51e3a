package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a name or a message arrives as it is, and does nothing else. */
@QuarkusTest
class HostileTextTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";

    static List<String> names() {
        return List.of(
                "Guovdageaidnu - Kautokeino",
                "Unjárga - Nesseby",
                "Snåase - Snåsa og Hábmer - Hamarøy, Fauske - Fuossko, Raarvihke - Røyrvik, Porsanger - Porsáŋgu - Porsanki",
                "<script>alert(1)</script>",
                "Bær & Sønn \"AS\" 'it''s' <b>",
                "{owner} {#if true}yes{/if} {letter.subject} {server} {tasks} {",
                "}{|raw|} {!comment!} \\{escaped\\}",
                "=?UTF-8?Q?not=20encoded?= by us",
                "a:b; c, d <x@y.example> (comment)",
                "$1 \\1 %s %n ${synkvakt.base-url}",
                "🏫".repeat(100),
                "å".repeat(200),
                "x".repeat(200),
                ".".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOwnersNameArrivesWholeInSubjectAndBody(String name) {
        Mail mail = mailAfter(lillestrom().with("name", name), engine -> engine.fails("import-flyvo", "x"));
        assertThat(mail.subject()).isEqualTo(name + ": Import FlyVo står stille – du kan få det i gang igjen");
        assertThat(mail.text()).startsWith("Synkroniseringen for " + name + " har stoppet");
        assertThat(mail.html())
                .contains("<h1 style=\"margin:0;font-size:20px;line-height:1.35\">Synkroniseringen for " + escaped(name)
                        + " har stoppet");
    }

    /** Whoever reads mail decodes an encoded word in quotes too, though RFC 2047 (section 5) has them leave it alone. */
    static List<String> contacts() {
        return names().stream().filter(name -> !name.contains("=?")).toList();
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void soDoesTheNameOfAContact(String name) {
        MunicipalityFixture municipality = lillestrom().with("contacts", List.of(Map.of("email", ADMIN, "name", name)));
        Mail mail = mailAfter(municipality, engine -> engine.fails("import-flyvo", "x"));
        assertThat(mail.to()).isEqualTo(ADMIN);
        assertThat(mail.toName()).isEqualTo(name);
        assertThat(mail.header("Bcc")).isNull();
    }

    @ParameterizedTest
    @MethodSource("names")
    void soDoWhatTheEngineSaysAndWhatServersAndTasksAreCalled(String name) {
        MunicipalityFixture municipality =
                lillestrom().with("clientServer", name).with("tasks", Map.of("import-flyvo", List.of(name)));
        Mail mail = mailAfter(municipality, engine -> engine.fails("import-flyvo", name));
        assertThat(mail.text())
                .contains(
                        "Feilmelding: " + name + "\n",
                        "1. Logg på " + name + ".\n",
                        "3. Kjør oppgaven «" + name + "».\n");
        assertThat(mail.html()).contains("Feilmelding: " + escaped(name) + "<", "Logg på " + escaped(name) + ".<");
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsSentIsWhatTheApiShows(String name) {
        mailAfter(lillestrom().with("name", name), engine -> engine.fails("import-flyvo", name));
        StallOf stall = stallOf(lillestrom());
        byte[] shown = as(Key.VIEWER)
                .get("/api/v1/stalls/" + stall.id() + "/notices/" + stall.text("notices[0].id"))
                .asByteArray();
        byte[] sent = undotted(MailRelay.seen().get(0)).getBytes(StandardCharsets.US_ASCII);
        assertThat(shown).asString(StandardCharsets.US_ASCII).isEqualTo(masked(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\r\nBcc: x@y.example\r\n\r\ntwo", "one\ntwo", "one\rtwo", "one\u2028two", "a\u0000b"})
    void aLineBreakInAMessageBecomesNoHeaderAndNoLine(String message) {
        Mail mail = mailAfter(lillestrom(), engine -> engine.fails("import-flyvo", message));
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.text().lines().filter(line -> line.startsWith("Feilmelding: ")))
                .singleElement()
                .asString()
                .matches(".*(two|b)");
    }

    @Test
    void aLineBreakInANoteReachesSupportAsOneLine() {
        mailAfter(lillestrom(), engine -> engine.fails("import-flyvo", "x"));
        stallOf(lillestrom()).escalate("one\r\nBcc: x@y.example\r\n<script>").statusCode(200);
        send();
        Mail mail = mailsTo("support@vendor.example").get(0);
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.text()).contains("(operator): one Bcc: x@y.example <script>\n");
        assertThat(mail.html()).contains("one Bcc: x@y.example &lt;script&gt;").doesNotContain("<script>");
    }

    private Mail mailAfter(MunicipalityFixture municipality, Consumer<Engine> report) {
        watched(municipality);
        report.accept(engineOf(municipality));
        holdPasses();
        return mailsTo(ADMIN).get(0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** On the wire a line that begins with a dot has one more (RFC 5321, 4.5.2). */
    private static String masked(byte[] mail) {
        return new String(MaskedMail.of(mail), StandardCharsets.US_ASCII);
    }

    private static String undotted(byte[] wire) {
        return new String(wire, StandardCharsets.ISO_8859_1).replaceAll("(?m)^\\.\\.", ".");
    }
}
