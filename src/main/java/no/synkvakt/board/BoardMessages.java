package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of support's pages that mails do not have; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "board", locale = "en")
public interface BoardMessages {

    @Message
    String title();

    @Message
    String skip();

    @Message
    String again();

    @Message
    String navigation();

    @Message
    String allOwners();

    @Message
    String noneStalled(int owners);

    @Message
    String someStalled(int stalled, int owners);

    @Message
    String groups();

    @Message
    String search();

    @Message
    String state();

    @Message
    String anyState();

    @Message
    String show();

    @Message
    String reset();

    @Message
    String owner();

    @Message
    String step();

    @Message
    String since();

    @Message
    String found(int first, int last, int found);

    @Message
    String nothingFound();

    @Message
    String noOwners();

    @Message
    String previous();

    @Message
    String next();

    @Message
    String stalled();

    @Message
    String escalated();

    @Message
    String open();

    @Message
    String acknowledged();

    @Message
    String resolved();

    @Message
    String running();

    @Message
    String allRight();

    @Message
    String neverSeen();

    @Message
    String missed();

    @Message
    String rowSetAside();

    @Message
    String days(long days);

    @Message
    String stallTitle(String owner, String step);

    @Message
    String ownersPage();

    @Message
    String askedOf();

    @Message
    String leadOpen();

    @Message
    String leadOpenUntil(String at);

    @Message
    String leadAcknowledged(String until);

    @Message
    String quietUntil(String until);

    @Message
    String setAside(String reason);

    @Message
    String erased();

    @Message
    String buttons();

    @Message
    String note();

    @Message
    String acknowledge();

    @Message
    String escalate();

    @Message
    String silence();

    @Message
    String until();

    @Message
    String twoHours();

    @Message
    String tomorrow();

    @Message
    String monday();

    @Message
    String week();

    @Message
    String doneAcknowledge();

    @Message
    String doneEscalate();

    @Message
    String doneSilence();

    @Message
    String doneOver();

    @Message
    String doneWhen();

    @Message
    String acts();

    @Message
    String noActs();

    @Message
    String mails();

    @Message
    String mailsExplained();

    @Message
    String noMails();

    @Message
    String mailAsHtml();

    @Message
    String mailHeaders();

    @Message
    String mailText();

    @Message
    String mailHtml();

    @Message
    String mailNotWritten();

    @Message
    String mailError(String error);

    @Message
    String mailRaw();

    @Message
    String mailPending(String at);

    @Message
    String mailLeased();

    @Message
    String mailSent(String at);

    @Message
    String mailFailed();

    @Message
    String mailCancelled();

    @Message
    String kindStall();

    @Message
    String kindEscalation();

    @Message
    String kindReminder();

    @Message
    String kindResolved();

    @Message
    String kindOutage();

    @Message
    String kindBlind();

    @Message
    String kindTest();

    @Message
    String toNobody();

    @Message
    String stepDone(String at);

    @Message
    String stepDue(String at);

    @Message
    String stepWillBeDue(String at);

    @Message
    String details();

    @Message
    String unknownStall();

    @Message
    String unknownStallNext();
}
