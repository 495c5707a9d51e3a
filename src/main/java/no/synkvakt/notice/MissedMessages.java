package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What mails say of a cycle that did not begin; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "missed", locale = "en")
public interface MissedMessages {

    @Message
    String subjectAct(String owner);

    @Message
    String subjectTold(String owner);

    @Message
    String subjectTakenOver(String owner);

    @Message
    String subjectReportedDone(String owner);

    @Message
    String subjectSupport(String owner);

    @Message
    String subjectResolved(String owner);

    @Message
    String subjectReplaced(String owner);

    @Message
    String headlineResolved(String owner);

    @Message
    String headlineReplaced(String owner, String other);

    @Message
    String lastRan(String started, String completed);

    @Message
    String lastBegan(String started);

    @Message
    String waited(String due);

    @Message
    String nextAllClear();

    @Message
    String nextEscalation(String at);

    @Message
    String nextNotHelped(String at);
}
