package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of outages that mails do not; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "outagepage", locale = "en")
public interface OutagePageMessages {

    @Message
    String openNow();

    @Message
    String line(String what, long count, String since);

    @Message
    String lineOne(String what, String since);

    @Message
    String row();

    @Message
    String partOf();

    @Message
    String howTheyStand();

    @Message
    String recovered();

    @Message
    String noneRecovered();

    @Message
    String doneAt();

    @Message
    String unknown();

    @Message
    String unknownNext();
}
