package no.synkvakt.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Whose move it is, and what happens next; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "lead", locale = "en")
public interface LeadMessages {

    @Message
    String leadAct();

    @Message
    String leadTold();

    @Message
    String leadOutage();

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
}
