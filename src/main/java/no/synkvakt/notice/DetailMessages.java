package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The labels of what is known of a case; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "detail", locale = "en")
public interface DetailMessages {

    @Message
    String title();

    @Message
    String owner();

    @Message
    String sis();

    @Message
    String cycle();

    @Message
    String last();

    @Message
    String step();

    @Message
    String verdict();

    @Message
    String since();

    @Message
    String due();

    @Message
    String startBy();

    @Message
    String detected();

    @Message
    String resolved();

    @Message
    String clientServer();

    @Message
    String domainController();

    @Message
    String contacts();

    @Message
    String tasks();

    @Message
    String acts();

    @Message
    String stall();

    @Message
    String playbook();
}
