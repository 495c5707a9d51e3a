package no.synkvakt.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to those who may not see what they asked for; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "refused", locale = "en")
public interface RefusedMessages {

    @Message
    String skip();

    @Message
    String linkTitle();

    @Message
    String linkWhy();

    @Message
    String linkNext();

    @Message
    String nothingChanged();

    @Message
    String keyTitle();

    @Message
    String keyNext();

    @Message
    String sessionTitle();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String signedOutTitle();

    @Message
    String providerTitle();

    @Message
    String providerNext();

    @Message
    String roleTitle();

    @Message
    String roleWhy(String name);

    @Message
    String roleNext();
}
