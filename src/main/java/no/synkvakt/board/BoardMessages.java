package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the board says, and what every page of support's says; in nb, nn and en under {@code messages/}. */
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
    String paging();

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
    String rowSetAside();

    @Message
    String unreadable();

    @Message
    String unreadableNext();

    @Message
    String days(long days);

    @Message
    String someUnknown(int unknown, int owners);

    @Message
    String someStalledSomeUnknown(int stalled, int owners, int unknown);

    @Message
    String unheard(String source, String since, long owners);

    @Message
    String heardAgain(String source, long owners);

    @Message
    String catchingUp();

    @Message
    String lastKnown(String what);

    @Message
    String signedInAs(String name);

    @Message
    String signOut();

    @Message
    String sessionOver();

    @Message
    String signIn();
}
