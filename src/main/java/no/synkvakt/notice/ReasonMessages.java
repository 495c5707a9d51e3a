package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why Synkvakt thinks that something stands still, and what the engine said; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "reason", locale = "en")
public interface ReasonMessages {

    @Message
    String replaces(String other);

    @Message
    String engineSaid(String message);

    @Message
    String filterCounts(String changes);

    @Message
    String countChangedOf(String changed, String total);

    @Message
    String countChanged(String changed);

    @Message
    String countTotal(String total);

    @Message
    String countAdded(String added);

    @Message
    String countDeleted(String deleted);

    @Message
    String filterLimit(String limit);

    @Message
    String why(String due, String expected);

    @Message
    String whyUsually(String usual, String waited);
}
