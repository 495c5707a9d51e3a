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

    /**
     * The same mail on the wire, for a client that writes all headers at once, but each line of the body by itself, and waits
     * until it is written: what goes before the last blank line is made part of the last header. A mail of a hundred and fifty
     * lines is then three packets.
     */
    RawMessage inFewWrites() {
        int split = body.lastIndexOf("\n\n");
        if (split < 0 || body.substring(split).isBlank()) {
            return this;
        }
        Header last = headers.get(headers.size() - 1);
        List<Header> longer = new ArrayList<>(headers.subList(0, headers.size() - 1));
        longer.add(new Header(last.name(), last.value() + BLANK_LINE + onTheWire(body.substring(0, split))));
        return new RawMessage(longer, body.substring(split + 2));
    }

    /** What the client does with a body of its own. @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.2">RFC 5321</a> */
    private static String onTheWire(String lines) {
        return ("\n" + lines).replace("\n.", "\n..").substring(1).replace("\n", CRLF);
    }
}
