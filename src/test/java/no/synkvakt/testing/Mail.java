package no.synkvakt.testing;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A mail as the SMTP server got it. */
public record Mail(MimeMessage message) {

    /** A mail by its bytes. */
    public static Mail of(byte[] bytes) {
        try {
            return new Mail(new MimeMessage(null, new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public String to() {
        try {
            Address[] to = message.getRecipients(Message.RecipientType.TO);
            return ((InternetAddress) to[0]).getAddress();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** How the recipient is addressed. */
    public @Nullable String toName() {
        try {
            Address[] to = message.getRecipients(Message.RecipientType.TO);
            return ((InternetAddress) to[0]).getPersonal();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public String text() {
        return part(0);
    }

    public String html() {
        return part(1);
    }

    /** The value of a header; null when there is none. It has to be there once at most. */
    public @Nullable String header(String name) {
        try {
            String @Nullable [] values = message.getHeader(name);
            if (values != null && values.length > 1) {
                throw new AssertionError(name + " is there more than once: " + Arrays.toString(values));
            }
            return values == null ? null : values[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public String kind() {
        return String.valueOf(header("X-Synkvakt-Kind"));
    }

    public String id() {
        return String.valueOf(header("Message-ID"));
    }

    /** The bytes from the first header on, without what the server has put before it. */
    public byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out, new String[] {"Return-Path", "Received"});
            return out.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private String part(int index) {
        try {
            BodyPart part = ((Multipart) message.getContent()).getBodyPart(index);
            return part.getContent().toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
