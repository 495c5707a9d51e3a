package no.synkvakt.notice;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.synkvakt.base.SignedLinks;

/**
 * A mail as it was sent, but for the tokens of signed links: each of their characters is an asterisk, so that whoever reads
 * a mail that was not for them cannot act as its recipient.
 *
 * <p>In quoted-printable (RFC 2045, section 6.7) a token may be broken by the end of a line anywhere, and its dots and dashes
 * may be written as escapes.
 */
public final class MaskedMail {

    private static final Pattern SOFT_BREAK_OR_ESCAPE = Pattern.compile("=[ \\t]*\\r?\\n|=2E|=2D|=5F");
    private static final String ESCAPED_ASTERISK = "=2A";

    private final StringBuilder sent;
    private final StringBuilder plain;
    private final int[] places;

    private MaskedMail(String sent) {
        this.sent = new StringBuilder(sent);
        this.plain = new StringBuilder(sent.length());
        this.places = new int[sent.length()];
    }

    /** As many bytes, each the same unless it is of a token. */
    public static byte[] of(byte[] message) {
        MaskedMail mail = new MaskedMail(new String(message, StandardCharsets.ISO_8859_1));
        mail.read();
        mail.mask();
        return mail.sent.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void read() {
        int from = 0;
        Matcher special = SOFT_BREAK_OR_ESCAPE.matcher(sent);
        while (special.find()) {
            readAsIs(from, special.start());
            from = special.end();
            if (!special.group().endsWith("\n")) {
                read((char) Integer.parseInt(special.group().substring(1), 16), special.start());
            }
        }
        readAsIs(from, sent.length());
    }

    private void readAsIs(int from, int to) {
        for (int at = from; at < to; at++) {
            read(sent.charAt(at), at);
        }
    }

    private void read(char character, int at) {
        places[plain.length()] = at;
        plain.append(character);
    }

    private void mask() {
        Matcher tokens = SignedLinks.TOKEN.matcher(plain);
        while (tokens.find()) {
            for (int index = tokens.start(); index < tokens.end(); index++) {
                int at = places[index];
                String asterisk = sent.charAt(at) == '=' ? ESCAPED_ASTERISK : "*";
                sent.replace(at, at + asterisk.length(), asterisk);
            }
        }
    }
}
