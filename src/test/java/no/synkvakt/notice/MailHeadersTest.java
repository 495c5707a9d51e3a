package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mail has beside its words. */
@QuarkusTest
class MailHeadersTest extends FlowTest {

    private StallOf stall;
    private Mail mail;

    @BeforeEach
    void anAlarmIsMailed() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route");
        holdPasses();
        stall = stallOf(lillestrom());
        mail = Mailbox.all().get(0);
    }

    @Test
    void itSaysWhoWritesToWhomAndWhoGetsTheAnswers() {
        assertThat(mail.header("From")).isEqualTo("synkvakt@synkvakt.example");
        assertThat(mail.header("Reply-To")).isEqualTo("support@vendor.example");
        assertThat(mail.header("To")).isEqualTo("IKT-vakta <ikt@lillestrom.example>");
        assertThat(mail.header("Date")).isEqualTo("Mon, 23 Nov 2026 02:01:00 +0100");
    }

    @Test
    void itsMessageIdIsTheNotices() {
        assertThat(mail.id()).isEqualTo(stall.text("notices[0].messageId"));
        assertThat(mail.id()).matches("<[0-9a-f-]{36}@synkvakt\\.example>");
    }

    @Test
    void itCarriesTheIdsOfStallKindAndPlaybookEntry() {
        assertThat(mail.header("X-Synkvakt-Stall")).isEqualTo(stall.id());
        assertThat(mail.header("X-Synkvakt-Kind")).isEqualTo("STALL");
        assertThat(mail.header("X-Synkvakt-Playbook")).isEqualTo("import-flyvo");
    }

    @Test
    void noMachineAnswersIt() {
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void noHeaderIsEmptyAndNobodyIsCopied() throws MessagingException {
        List<Header> headers = Collections.list(mail.message().getAllHeaders());
        assertThat(headers).allSatisfy(header -> assertThat(header.getValue()).isNotBlank());
        assertThat(headers).extracting(Header::getName).doesNotContain("Cc", "Bcc");
    }

    @Test
    void itIsTextAndHtmlOfTheSame() throws MessagingException, IOException {
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
        Multipart parts = (Multipart) mail.message().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType().toLowerCase(Locale.ROOT))
                .startsWith("text/plain")
                .contains("utf-8");
        assertThat(parts.getBodyPart(1).getContentType().toLowerCase(Locale.ROOT))
                .startsWith("text/html")
                .contains("utf-8");
    }

    @Test
    void onTheWireItIsPlainAsciiInShortLines() {
        assertThat(MailRelay.seen()).isNotEmpty().allSatisfy(bytes -> assertThat(
                        new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1))
                .allSatisfy(line -> assertThat(line).matches("[\\t\\x20-\\x7e]{0,998}")));
    }

    @Test
    void theMailThatTheApiShowsIsTheOneThatWasSent() {
        byte[] shown = as(Key.VIEWER)
                .get("/api/v1/stalls/" + stall.id() + "/notices/" + stall.text("notices[0].id"))
                .then()
                .statusCode(200)
                .contentType("message/rfc822")
                .extract()
                .asByteArray();
        assertThat(MailRelay.seen()).extracting(MaskedMail::of).containsExactly(shown);
    }

    @Test
    void aTestMailSaysThatItIsOne_withoutAStall() {
        operator().post("/api/v1/municipalities/" + lillestrom().id() + "/test-mail");
        send();
        Mail test = mailsTo("ikt@lillestrom.example").get(1);
        assertThat(test.kind()).isEqualTo("TEST");
        assertThat(test.header("X-Synkvakt-Stall")).isNull();
        assertThat(test.header("X-Synkvakt-Playbook")).isNull();
        assertThat(test.subject()).isEqualTo("Lillestrøm: testmelding fra Synkvakt");
        assertThat(test.text()).contains("Ingenting er galt, og du trenger ikke å gjøre noe.");
    }
}
