package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Renders a notice as the mail it is sent as: RFC 5322, text and HTML, ASCII only on the wire. */
@Singleton
public class MailWriter {

    private static final TimeZone OSLO = TimeZone.getTimeZone("Europe/Oslo");

    private final MailSettings settings;
    private final PageAddresses pages;
    private final Clock clock;

    MailWriter(MailSettings settings, PageAddresses pages, Clock clock) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    /** Renders it once; the caller's transaction keeps the bytes. */
    public byte[] render(Notice notice) {
        Letter letter = LetterWriter.write(notice, settings.replyTo(), pages.of(notice, clock.instant()));
        Message.Builder mail = Message.Builder.of()
                .setFrom(LenientAddressParser.DEFAULT.parseMailbox(settings.from()))
                .setTo(Addresses.mailbox(recipientName(notice), Objects.requireNonNull(notice.recipient)))
                .setReplyTo(LenientAddressParser.DEFAULT.parseMailbox(settings.replyTo()))
                .setSubject(letter.subject())
                .setDate(Date.from(clock.instant()), OSLO)
                .setMessageId(notice.messageId);
        addHeader(mail, "In-Reply-To", notice.answers);
        addHeader(mail, "References", notice.answers);
        addHeader(mail, "Auto-Submitted", "auto-generated");
        addHeader(mail, "X-Auto-Response-Suppress", "All");
        addHeader(mail, "X-Synkvakt-Kind", notice.kind.name());
        addHeader(mail, "X-Synkvakt-Stall", notice.stall == null ? null : notice.stall.toString());
        addHeader(mail, "X-Synkvakt-Outage", notice.outage == null ? null : notice.outage.toString());
        addHeader(mail, "X-Synkvakt-Playbook", playbookOf(notice));
        return bytes(mail.setBody(body(letter)).build());
    }

    private static Multipart body(Letter letter) {
        try {
            return MultipartBuilder.create("alternative")
                    .addBodyPart(part(Layout.text(letter).render(), "plain"))
                    .addBodyPart(part(Layout.html(letter).render(), "html"))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPartBuilder part(String text, String subtype) throws IOException {
        return BodyPartBuilder.create()
                .setBody(text.replaceAll("\\R", "\r\n"), subtype, StandardCharsets.UTF_8)
                .setContentTransferEncoding("quoted-printable");
    }

    private static @Nullable String recipientName(Notice notice) {
        Facts.@Nullable Owner owner = notice.facts().owner();
        return owner == null ? null : owner.recipientName();
    }

    private static @Nullable String playbookOf(Notice notice) {
        Facts.@Nullable Case stall = notice.facts().of();
        return stall == null ? null : stall.remedy().playbook();
    }

    private static void addHeader(Message.Builder mail, String name, @Nullable String value) {
        if (value != null) {
            mail.addField(new RawField(name, value));
        }
    }

    private static byte[] bytes(Message mail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new DefaultMessageWriter().writeMessage(mail, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
