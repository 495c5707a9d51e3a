package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The subjects and headlines of mails; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "head", locale = "en")
public interface HeadMessages {

    @Message
    String subjectAct(String owner, String step);

    @Message
    String subjectTold(String owner, String step);

    @Message
    String subjectOutage(String owner, String step);

    @Message
    String subjectTakenOver(String owner, String step);

    @Message
    String subjectReportedDone(String owner, String step);

    @Message
    String reminder(String subject);

    @Message
    String subjectSupport(String owner, String step, String verdict);

    @Message
    String subjectResolved(String owner, String step);

    @Message
    String subjectReplaced(String owner, String step);

    @Message
    String subjectTest(String owner);

    @Message
    String headlineNotStarted(String owner, String step, String since);

    @Message
    String headlineOverrun(String owner, String step, String since);

    @Message
    String headlineFailed(String owner, String step, String since);

    @Message
    String headlineHeld(String owner, String step, String since);

    @Message
    String headlineMissed(String owner, String since);

    @Message
    String headlineResolved(String owner, String step);

    @Message
    String headlineReplaced(String owner, String step, String other);

    @Message
    String headlineTest(String owner);
}
