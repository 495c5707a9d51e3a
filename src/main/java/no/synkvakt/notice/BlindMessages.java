package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the operator is told of an engine that is not heard; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "blind", locale = "en")
public interface BlindMessages {

    @Message
    String subject(String source);

    @Message
    String headline(String source, String since);

    @Message
    String lead(String owners);

    @Message
    String leadNobody();

    @Message
    String oneOwner();

    @Message
    String owners(String count);

    @Message
    String lookAtEngine();

    @Message
    String lookAtWay();

    @Message
    String next();

    @Message
    String subjectUnread(String source);

    @Message
    String headlineUnread(String source, String since);

    @Message
    String lookAtWords();

    @Message
    String lookAtDatabase();

    @Message
    String nextUnread();

    @Message
    String pageUnread();

    @Message
    String subjectOver(String source);

    @Message
    String headlineOver(String source, String back, String since);

    @Message
    String leadOver(String owners);

    @Message
    String page();

    @Message
    String foot(String replyTo);

    @Message
    String leadOverNobody();

    @Message
    String subjectForgotten(String source);

    @Message
    String headlineForgotten(String source, String since);

    @Message
    String leadForgotten(String owners);

    @Message
    String leadOne();

    @Message
    String pageOver();
}
