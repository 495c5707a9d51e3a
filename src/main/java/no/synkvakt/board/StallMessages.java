package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a stall's page says; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "stall", locale = "en")
public interface StallMessages {

    @Message
    String title(String owner, String step);

    @Message
    String ownersPage();

    @Message
    String askedOf();

    @Message
    String leadOpen();

    @Message
    String leadOpenUntil(String at);

    @Message
    String leadAcknowledged(String until);

    @Message
    String leadAcknowledgedMissed(String until);

    @Message
    String quietUntil(String until);

    @Message
    String setAside(String reason);

    @Message
    String erased();

    @Message
    String buttons();

    @Message
    String note();

    @Message
    String acknowledge();

    @Message
    String escalate();

    @Message
    String doneAcknowledge();

    @Message
    String doneEscalate();

    @Message
    String doneSilence();

    @Message
    String doneOver();

    @Message
    String doneWhen();

    @Message
    String acts();

    @Message
    String noActs();

    @Message
    String stepDone(String at);

    @Message
    String stepDue(String at);

    @Message
    String stepWillBeDue(String at);

    @Message
    String details();

    @Message
    String unknown();

    @Message
    String unknownNext();

    @Message
    String unheard();
}
