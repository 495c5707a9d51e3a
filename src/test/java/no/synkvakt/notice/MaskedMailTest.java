package no.synkvakt.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.synkvakt.base.SignedLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a mail that was for somebody else sees every byte of it but those of link tokens. */
class MaskedMailTest {

    private static final String SIGNATURE = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE";
    private static final String TOKEN = "1.t5k2zq." + SIGNATURE;
    private static final String STARS = "*".repeat(TOKEN.length());

    static Stream<Integer> placesInTheToken() {
        return IntStream.rangeClosed(0, TOKEN.length()).boxed();
    }

    @Test
    void everyCharacterOfATokenIsAnAsterisk_andAllElseIsAsSent() {
        assertThat(masked("To: a@b.example\r\n\r\nhttps://x.example/m/y.no?t=3D" + TOKEN + "\r\nBl=C3=A5b=C3=A6r\r\n"))
                .isEqualTo("To: a@b.example\r\n\r\nhttps://x.example/m/y.no?t=3D" + STARS + "\r\nBl=C3=A5b=C3=A6r\r\n");
    }

    @Test
    void aTokenThatIsNotQuotedIsMaskedToo() {
        assertThat(masked("?t=" + TOKEN + "&x")).isEqualTo("?t=" + STARS + "&x");
    }

    @Test
    void eachOfSeveralTokensIsMasked() {
        assertThat(masked("<a href=3D\"?t=3D" + TOKEN + "\">?t=3D" + TOKEN + "</a>"))
                .isEqualTo("<a href=3D\"?t=3D" + STARS + "\">?t=3D" + STARS + "</a>");
    }

    @ParameterizedTest
    @MethodSource("placesInTheToken")
    void aTokenMayBeBrokenAnywhere_andTheBreakStays(int place) {
        String sent = "?t=3D" + TOKEN.substring(0, place) + "=\r\n" + TOKEN.substring(place) + "\r\n";
        assertThat(masked(sent))
                .isEqualTo("?t=3D" + STARS.substring(0, place) + "=\r\n" + STARS.substring(place) + "\r\n");
    }

    @Test
    void aTokenMayBeBrokenAtEachCharacter() {
        assertThat(masked(String.join("=\r\n", TOKEN.split("")))).isEqualTo(String.join("=\r\n", STARS.split("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\n", "= \r\n", "=\t\r\n", "=\r\n=\r\n"})
    void aBreakOfAnotherFormHidesNothing(String softBreak) {
        assertThat(masked("1.t5k" + softBreak + "2zq." + SIGNATURE))
                .isEqualTo("*****" + softBreak + "*".repeat(4 + SIGNATURE.length()));
    }

    @Test
    void whatIsWrittenAsAnEscapeStaysOne() {
        assertThat(masked("?t=3D1=2Et5k2zq=2E" + SIGNATURE.replace("_-", "=5F=2D") + "=2E"))
                .isEqualTo("?t=3D*=2A******=2A" + "*".repeat(36) + "=2A=2A" + "*".repeat(5) + "=2E");
        assertThat(masked("1=2E=\r\nt5k2zq=\r\n=2E" + SIGNATURE)).isEqualTo("*=2A=\r\n******=\r\n=2A" + "*".repeat(43));
    }

    @Test
    void aTokenOneCharacterTooShortIsNone_andALineThatEndsWithinIsNone() {
        String tooShort = TOKEN.substring(0, TOKEN.length() - 1);
        assertThat(masked(tooShort)).isEqualTo(tooShort);
        String twoLines = TOKEN.substring(0, 20) + "\r\n" + TOKEN.substring(20);
        assertThat(masked(twoLines)).isEqualTo(twoLines);
    }

    @Test
    void bytesOfAnyValueStay() {
        byte[] all = new byte[256];
        IntStream.range(0, 256).forEach(value -> all[value] = (byte) value);
        assertThat(MaskedMail.of(all)).isEqualTo(all);
        assertThat(MaskedMail.of(new byte[0])).isEmpty();
    }

    @Test
    void whatIsTakenForATokenHereIsWhatSignedLinksMake() {
        assertThat(TOKEN).matches(SignedLinks.TOKEN);
    }

    private static String masked(String sent) {
        return new String(MaskedMail.of(sent.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }
}
