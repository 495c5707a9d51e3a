package no.synkvakt.board;

import java.util.List;
import java.util.UUID;
import no.synkvakt.notice.Letter;
import no.synkvakt.notice.SentMail;
import org.jspecify.annotations.Nullable;

/**
 * What a stall's page shows.
 *
 * @param live where it hears of changes
 * @param news what it says aloud
 * @param owner the owner's name; its id once it has been deleted
 * @param ownersPage null once the owner has been deleted
 * @param outage the address of the outage it is part of; null when it is of none
 * @param answer what came of the button that was pressed last; null when none was
 * @param state how far it is from being over
 * @param letter what support would be told of it now; null once the owner has been deleted
 * @param lead whose move it is
 * @param unheard that this is what was known last; null while its engine is heard
 * @param silences what has been asked for and concerns it, a sentence each
 * @param setAside why the clock cannot act on it for now; null when it can
 * @param actions what the admin is asked to do
 * @param acts what has been done about it, oldest first
 * @param details all else that is known of it; empty once the owner has been deleted
 * @param canAct whether the caller may press buttons, and there is something left to do
 */
record StallView(
        String language,
        UUID id,
        String live,
        News news,
        String owner,
        @Nullable String ownersPage,
        String step,
        @Nullable String outage,
        @Nullable String answer,
        String tone,
        String state,
        @Nullable Letter letter,
        String lead,
        @Nullable String unheard,
        @Nullable String quiet,
        List<String> silences,
        @Nullable String setAside,
        List<String> actions,
        List<Link> chain,
        List<String> acts,
        List<Letter.Detail> details,
        List<MailView> mails,
        boolean canAct,
        boolean canAcknowledge,
        boolean canEscalate) {

    /**
     * A step of the chain.
     *
     * @param time when it was done, or is due; null when neither is known
     */
    record Link(Letter.Row row, @Nullable String time) {}

    /**
     * A mail.
     *
     * @param state how far it is on its way, in words
     * @param error why it has not come further; null when nothing is wrong
     * @param mail null while it has not been written
     */
    record MailView(
            UUID id,
            String kind,
            String to,
            String state,
            @Nullable String error,
            @Nullable SentMail mail) {

        /** A mail that has come further is another to the page, which keeps open what the reader has opened. */
        public String key() {
            return "mail-" + id + (mail == null ? "-unwritten" : "");
        }
    }

    public String path() {
        return "/stalls/" + id;
    }
}
