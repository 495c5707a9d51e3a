package no.synkvakt.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail taken apart no further than the client needs: its headers as they are folded, and its body with LF line ends,
 * which the client writes as CRLF.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 */
record RawMessage(List<Header> headers, String body) {

    private static final String CRLF = "\r\n";
    private static final String BLANK_LINE = CRLF + CRLF;

    /** A header; the value may go over several lines. */
    record Header(String name, String value) {}

    static RawMessage of(byte[] message) {
        String text = new String(message, StandardCharsets.US_ASCII);
        int end = text.indexOf(BLANK_LINE);
        List<Header> headers = new ArrayList<>();
        for (String header : text.substring(0, end).split(CRLF + "(?![ \\t])", -1)) {
            int colon = header.indexOf(':');
            headers.add(new Header(
                    header.substring(0, colon), header.substring(colon + 1).stripLeading()));
        }
        return new RawMessage(headers, text.substring(end + BLANK_LINE.length()).replace(CRLF, "\n"));
    }
}
