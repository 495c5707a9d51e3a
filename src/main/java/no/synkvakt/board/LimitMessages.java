package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How long each step may take, and why; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "limit", locale = "en")
public interface LimitMessages {

    @Message
    String title();

    @Message
    String step();

    @Message
    String own(String limit);

    @Message
    String learned(String limit, String samples, String median);

    @Message
    String tried(String learned);

    @Message
    String quiet(String runs);

    @Message
    String alarms(String runs, String alarms, String falseAlarms);

    @Message
    String seenBy();
}
