package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import no.synkvakt.mail.RawMessage.Header;
import org.junit.jupiter.api.Test;

/** A stored mail taken apart for the client, and nothing of it lost. */
class RawMessageTest {

    @Test
    void headersComeInTheirOrder_alsoThoseThatAreThereTwice() {
        assertThat(message("Subject: Hei\r\nX-One: a\r\nX-One: b\r\n\r\n").headers())
                .containsExactly(new Header("Subject", "Hei"), new Header("X-One", "a"), new Header("X-One", "b"));
    }

    @Test
    void aValueMayGoOverSeveralLines_andKeepsThem() {
        assertThat(message("Subject: one\r\n two\r\n\tthree\r\nTo: a@k.example\r\n\r\n")
                        .headers())
                .containsExactly(new Header("Subject", "one\r\n two\r\n\tthree"), new Header("To", "a@k.example"));
    }

    @Test
    void aValueMayHoldColons_orNothing() {
        assertThat(message("Date: Mon, 23 Nov 2026 02:14:07 +0100\r\nX-Empty:\r\n\r\n")
                        .headers())
                .containsExactly(new Header("Date", "Mon, 23 Nov 2026 02:14:07 +0100"), new Header("X-Empty", ""));
    }

    @Test
    void theBodyBeginsAfterTheFirstBlankLine_andHasTheLineEndsOfTheClient() {
        assertThat(message("To: a@k.example\r\n\r\nSubject: no header\r\n\r\n  end\r\n")
                        .body())
                .isEqualTo("Subject: no header\n\n  end\n");
    }

    @Test
    void aBodyMayBeEmpty() {
        assertThat(message("To: a@k.example\r\n\r\n").body()).isEmpty();
    }

    private static RawMessage message(String text) {
        return RawMessage.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
