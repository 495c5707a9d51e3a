package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What support is told when nobody at a school owner can be mailed; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "unreachable", locale = "en")
public interface UnreachableMessages {

    @Message
    String subject(String owner);

    @Message
    String headline(String owner);

    @Message
    String leadStall(String step, String since);

    @Message
    String leadMissed(String since);

    @Message
    String leadNothing();

    @Message
    String call();

    @Message
    String correct();

    @Message
    String next();

    @Message
    String page();

    @Message
    String pageOfStall();

    @Message
    String refused();
}
