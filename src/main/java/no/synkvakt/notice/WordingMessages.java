package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for verdicts, acts and names in a sentence; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "wording", locale = "en")
public interface WordingMessages {

    @Message
    String actAcknowledged();

    @Message
    String actEscalated();

    @Message
    String actSilenced();

    @Message
    String actChanged();

    @Message
    String actResolved();

    @Message
    String actReplaced();

    @Message
    String verdictNotStarted();

    @Message
    String verdictOverrun();

    @Message
    String verdictFailed();

    @Message
    String verdictHeld();

    @Message
    String verdictMissed();

    @Message
    String unreadable();

    @Message
    String serverUnknown();

    @Message
    String domainControllerUnknown();

    @Message
    String or();

    @Message
    String quoted(String name);

    @Message
    String typically(String name);
}
