package no.synkvakt.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.synkvakt.base.OneLine;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jboss.logging.Logger;

/** Writes mails into the log instead of sending them: what {@code quarkus.mailer.mock} asks for. */
class LogTransport implements MailTransport {

    private static final Logger LOG = Logger.getLogger(LogTransport.class);

    @Override
    public void send(byte[] message, String recipient) {
        try {
            Message mail = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(message));
            LOG.infof(
                    "Mail to %s (not sent: quarkus.mailer.mock is on): %s%n%n%s",
                    recipient, mail.getSubject(), new OneLine.Lines(text(mail)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Message mail) throws IOException {
        if (mail.getBody() instanceof Multipart parts
                && parts.getBodyParts().get(0).getBody() instanceof TextBody text) {
            return new String(text.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
        return "";
    }
}
