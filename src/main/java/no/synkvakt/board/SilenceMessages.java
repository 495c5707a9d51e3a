package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of silences and maintenance windows; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "silence", locale = "en")
public interface SilenceMessages {

    @Message
    String title();

    @Message
    String explained();

    @Message
    String none();

    @Message
    String unreadable(long count);

    @Message
    String lasting();

    @Message
    String silence();

    @Message
    String maintenance();

    @Message
    String allOwners();

    @Message
    String allSteps();

    @Message
    String active();

    @Message
    String planned();

    @Message
    String kind();

    @Message
    String owner();

    @Message
    String step();

    @Message
    String state();

    @Message
    String from();

    @Message
    String until();

    @Message
    String why();

    @Message
    String end();

    @Message
    String endOf(String kind, String owner, String step);

    @Message
    String ask();

    @Message
    String ownerField();

    @Message
    String fromField();

    @Message
    String whyField();

    @Message
    String make();

    @Message
    String wrong();

    @Message
    String whichOwner();

    @Message
    String whichStep();

    @Message
    String whenFrom();

    @Message
    String whenUntil();

    @Message
    String whyLong();

    @Message
    String doneMade();

    @Message
    String doneEnded();

    @Message
    String doneOver();

    @Message
    String silencedHere(String step, String until);

    @Message
    String silencedAll(String until);

    @Message
    String maintenanceHere(String step, String until);

    @Message
    String maintenanceAll(String until);

    @Message
    String because(String reason);

    @Message
    String by(String by);
}
