package no.synkvakt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import no.synkvakt.mail.RawMessage.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\r\n\r\ntwo\r\n",
                "one\r\n\r\ntwo\r\n\r\nthree\r\nfour\r\n",
                "\r\n\r\n\r\nthe end\r\n",
                ".\r\n..\r\n. \r\n\r\n.\r\n",
                "\r\n.one\r\n\r\n\r\n.two\r\n",
                "no blank line\r\n",
                "ends in one\r\n\r\n",
            })
    void inFewWritesItIsTheSameOnTheWire(String body) {
        RawMessage mail = message("Subject: one\r\n two\r\nX-Last: b\r\n\r\n" + body);
        assertThat(asTheClientWrites(mail.inFewWrites())).isEqualTo(asTheClientWrites(mail));
    }

    @Test
    void inFewWritesAllButWhatFollowsTheLastBlankLineGoesWithTheHeaders() {
        assertThat(message("To: a@k.example\r\n\r\none\r\n\r\n.two\r\n\r\nthree\r\n")
                        .inFewWrites())
                .isEqualTo(new RawMessage(List.of(new Header("To", "a@k.example\r\n\r\none\r\n\r\n..two")), "three\n"));
    }

    private static String asTheClientWrites(RawMessage mail) {
        String headers = mail.headers().stream()
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining());
        return headers
                + "\r\n"
                + Arrays.stream(mail.body().split("\n"))
                        .map(line -> (line.startsWith(".") ? "." : "") + line + "\r\n")
                        .collect(Collectors.joining());
    }

    private static RawMessage message(String text) {
        return RawMessage.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
