package no.synkvakt.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a municipality's page says that mails do not; in nb, nn and en under {@code messages/}. */
@MessageBundle(value = "municipality", locale = "en")
public interface MunicipalityMessages {

    @Message
    String neverSeen();

    @Message
    String allRight(String since);

    @Message
    String running(String step);

    @Message
    String acknowledge();

    @Message
    String escalate();

    @Message
    String acknowledged(String at, String until);

    @Message
    String acknowledgedMissed(String at, String until);

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

    @Message
    String unknown();

    @Message
    String unknownStall();

    @Message
    String refused(String address, String since);
}
