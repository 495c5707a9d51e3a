package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of a municipality's page that its mails do not have; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "municipality", locale = "en")
public interface MunicipalityMessages {

    @Message
    String skip();

    @Message
    String again();

    @Message
    String neverSeen();

    @Message
    String allRight(String since);

    @Message
    String running(String step);

    @Message
    String unknown();

    @Message
    String acknowledge();

    @Message
    String escalate();

    @Message
    String silence();

    @Message
    String quietFor();

    @Message
    String twoHours();

    @Message
    String tomorrow();

    @Message
    String week();

    @Message
    String acknowledged(String at, String until);

    @Message
    String quietUntil(String until);

    @Message
    String thanksAcknowledged();

    @Message
    String thanksEscalated();

    @Message
    String thanksSilenced();

    @Message
    String alreadyOver();

    @Message
    String whatNow();

    @Message
    String history();

    @Message
    String historyExplained();

    @Message
    String cycle();

    @Message
    String began();

    @Message
    String took();

    @Message
    String mayTake();

    @Message
    String goesOn();

    @Message
    String gone();

    @Message
    String goneNext();
}
