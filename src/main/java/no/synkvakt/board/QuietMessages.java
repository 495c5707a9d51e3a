package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How somebody asks for no reminders for a while; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "quiet", locale = "en")
public interface QuietMessages {

    @Message
    String title();

    @Message
    String twoHours();

    @Message
    String tomorrow();

    @Message
    String monday();

    @Message
    String week();

    @Message
    String button();
}
