package no.synkvakt.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.notice.Letter;

/**
 * What an outage's page shows.
 *
 * @param live where it hears of changes
 * @param news what it says aloud
 * @param title what all of them wait for
 * @param state whether it lasts, in a word or two
 * @param letter what support would be told of it now
 * @param affected the owners who stand still, as that was detected
 * @param recovered those who do no longer
 */
record OutageView(
        String language,
        UUID id,
        String live,
        News news,
        String title,
        String tone,
        String state,
        Letter letter,
        List<Row> affected,
        List<Row> recovered,
        List<StallView.MailView> mails) {

    /**
     * An owner.
     *
     * @param owner its name; its id once it has been deleted
     * @param stall the address of its stall
     * @param how what is wrong there, or was
     * @param at since when, or when it was over, in words
     */
    record Row(String owner, String id, String stall, String how, Instant time, String at) {}

    public String path() {
        return "/outages/" + id;
    }
}
