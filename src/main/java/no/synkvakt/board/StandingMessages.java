package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How an owner or a stall stands, in a word or two; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "standing", locale = "en")
public interface StandingMessages {

    @Message
    String stalled();

    @Message
    String escalated();

    @Message
    String open();

    @Message
    String acknowledged();

    @Message
    String resolved();

    @Message
    String running();

    @Message
    String allRight();

    @Message
    String neverSeen();

    @Message
    String missed();

    @Message
    String unknown();
}
