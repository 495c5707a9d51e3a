package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What support is told of an outage; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "outage", locale = "en")
public interface OutageMessages {

    @Message
    String oneOwner();

    @Message
    String owners(int count);

    @Message
    String subject(String what, String owners);

    @Message
    String headline(String what, String owners, String since);

    @Message
    String lead();

    @Message
    String leadReminder();

    @Message
    String leadReminderOne();

    @Message
    String next(String step);

    @Message
    String page();

    @Message
    String affected();

    @Message
    String affectedSince(String verdict, String since);

    @Message
    String more(int owners);

    @Message
    String subjectOver(String what);

    @Message
    String headlineOver(String what);

    @Message
    String leadOver();
}
