package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of Synkvakt's own that a mail may hold; in nb, nn and en under {@code messages/}. */
@MessageBundle(locale = "en")
public interface Messages {

    @Message
    String subjectAct(String owner, String step);

    @Message
    String subjectTold(String owner, String step);

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

    @Message
    String leadAct();

    @Message
    String leadTold();

    @Message
    String leadSupport();

    @Message
    String leadTakenOver();

    @Message
    String leadNotHelped(String acted);

    @Message
    String leadReportedDone(String acted);

    @Message
    String leadHelpComes();

    @Message
    String leadSupportsOwnMove();

    @Message
    String leadHelpWanted();

    @Message
    String leadYouTookOver();

    @Message
    String leadNobodyActed();

    @Message
    String leadNothingMoved(String acted);

    @Message
    String leadStillYours();

    @Message
    String thanks();

    @Message
    String leadResolved();

    @Message
    String leadReplaced();

    @Message
    String leadTest();

    @Message
    String nextAllClear(String step);

    @Message
    String nextEscalation(String at);

    @Message
    String nextNotHelped(String at);

    @Message
    String alsoWithSupport();

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

    @Message
    String pageAct();

    @Message
    String pageLook();

    @Message
    String pageSupport();

    @Message
    String article();

    @Message
    String chain();

    @Message
    String stateDone();

    @Message
    String stateWaited();

    @Message
    String stateFailed();

    @Message
    String stateHeld();

    @Message
    String statePending();

    @Message
    String details();

    @Message
    String detailOwner();

    @Message
    String detailSis();

    @Message
    String detailCycle();

    @Message
    String detailStep();

    @Message
    String detailVerdict();

    @Message
    String detailSince();

    @Message
    String detailDue();

    @Message
    String detailDetected();

    @Message
    String detailResolved();

    @Message
    String detailClientServer();

    @Message
    String detailDomainController();

    @Message
    String detailContacts();

    @Message
    String detailTasks();

    @Message
    String detailActs();

    @Message
    String detailStall();

    @Message
    String detailPlaybook();

    @Message
    String actAcknowledged();

    @Message
    String actEscalated();

    @Message
    String actSilenced();

    @Message
    String actChanged();

    @Message
    String actResolved();

    @Message
    String actReplaced();

    @Message
    String verdictNotStarted();

    @Message
    String verdictOverrun();

    @Message
    String verdictFailed();

    @Message
    String verdictHeld();

    @Message
    String verdictMissed();

    @Message
    String serverUnknown();

    @Message
    String domainControllerUnknown();

    @Message
    String or();

    @Message
    String quoted(String name);

    @Message
    String typically(String name);

    @Message
    String footAdmin(String owner, String replyTo);

    @Message
    String footSupport(String replyTo);
}
