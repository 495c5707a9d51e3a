package no.synkvakt.notice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * A mail as it was sent, taken apart to be shown; the tokens of its links are masked.
 *
 * @param headers letter by letter
 * @param text what its text part says
 * @param html what its HTML part says
 */
public record SentMail(String headers, String text, String html) {

    /** Takes one of our own mails apart. */
    public static SentMail of(byte[] message) {
        byte[] masked = MaskedMail.of(message);
        String whole = new String(masked, StandardCharsets.ISO_8859_1);
        int end = whole.indexOf("\r\n\r\n");
        Message mail = parsed(masked);
        return new SentMail(whole.substring(0, Math.max(0, end)), part(mail, "text/plain"), part(mail, "text/html"));
    }

    private static Message parsed(byte[] message) {
        try {
            return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Message mail, String type) {
        return mail.getBody() instanceof Multipart parts
                ? parts.getBodyParts().stream()
                        .filter(part -> type.equals(part.getMimeType()))
                        .findFirst()
                        .map(SentMail::content)
                        .orElse("")
                : "";
    }

    private static String content(Entity part) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            ((SingleBody) part.getBody()).writeTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toString(StandardCharsets.UTF_8);
    }
}
