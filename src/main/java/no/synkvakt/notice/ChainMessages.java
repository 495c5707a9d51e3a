package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The chain of steps as mails and pages draw it; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "chain", locale = "en")
public interface ChainMessages {

    @Message
    String title();

    @Message
    String done();

    @Message
    String waited();

    @Message
    String failed();

    @Message
    String held();

    @Message
    String pending();
}
