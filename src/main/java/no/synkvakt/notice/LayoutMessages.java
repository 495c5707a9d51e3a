package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around every mail: its links and its foot; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "layout", locale = "en")
public interface LayoutMessages {

    @Message
    String pageAct();

    @Message
    String pageLook();

    @Message
    String pageSupport();

    @Message
    String article();

    @Message
    String footAdmin(String owner, String replyTo);

    @Message
    String footSupport(String replyTo);
}
