package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a stall's page says of its mails; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "mails", locale = "en")
public interface MailMessages {

    @Message
    String title();

    @Message
    String explained();

    @Message
    String none();

    @Message
    String asHtml();

    @Message
    String headers();

    @Message
    String text();

    @Message
    String html();

    @Message
    String notWritten();

    @Message
    String error(String error);

    @Message
    String raw();

    @Message
    String pending(String at);

    @Message
    String leased();

    @Message
    String sent(String at);

    @Message
    String failed();

    @Message
    String cancelled();

    @Message
    String kindStall();

    @Message
    String kindEscalation();

    @Message
    String kindReminder();

    @Message
    String kindResolved();

    @Message
    String kindOutage();

    @Message
    String kindBlind();

    @Message
    String kindTest();

    @Message
    String kindUnreachable();

    @Message
    String toNobody();
}
