package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of engine databases says; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "look", locale = "en")
public interface LookMessages {

    @Message
    String title();

    @Message
    String explained();

    @Message
    String none();

    @Message
    String shown(String at);

    @Message
    String never();

    @Message
    String failed(String at);

    @Message
    String failedNext();

    @Message
    String rows(int rows);

    @Message
    String news(String at, int events);

    @Message
    String allTaken();

    @Message
    String setAside(int rows);

    @Message
    String setAsideOne();

    @Message
    String setAsideNext();

    @Message
    String reason();

    @Message
    String count();

    @Message
    String example();

    @Message
    String unreadable();

    @Message
    String stateSeen();

    @Message
    String stateFails();

    @Message
    String stateWaits();
}
