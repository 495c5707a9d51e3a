package no.synkvakt.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.cycle.Feed;
import no.synkvakt.municipality.Municipalities;

/** Writes what the operator is told of a source that has fallen silent. The caller holds the feed's lock. */
@ApplicationScoped
public class FeedNotices {

    private final Outbox outbox;
    private final Drafts drafts;
    private final Municipalities municipalities;

    FeedNotices(Outbox outbox, Drafts drafts, Municipalities municipalities) {
        this.outbox = outbox;
        this.drafts = drafts;
        this.municipalities = municipalities;
    }

    /** Nothing is heard of it. */
    public void tell(Feed feed, Instant now) {
        write(NoticeKind.BLIND, feed, now);
    }

    /** It is heard again, or waited for no more: calls off what nobody was told, and gives the all-clear for what they were. */
    public void giveAllClear(Feed feed, Instant now) {
        outbox.cancelUnattemptedOfFeed(feed.source);
        List<Notice> alarms = outbox.notClearedOfFeed(feed.source);
        if (!alarms.isEmpty()) {
            Notice allClear = write(NoticeKind.RESOLVED, feed, now);
            allClear.answers = alarms.get(0).messageId;
            outbox.flush();
            List<UUID> ids = alarms.stream().map(alarm -> alarm.id).toList();
            outbox.clear(ids, allClear.id);
        }
    }

    private Notice write(NoticeKind kind, Feed feed, Instant now) {
        Facts.Silence silence = new Facts.Silence(
                feed.source,
                Optional.ofNullable(feed.blindSince).orElse(feed.seenAt),
                feed.backAt,
                municipalities.heardFrom(feed.source));
        Notice notice = drafts.toOperator(kind, Facts.of(silence), now);
        notice.feed = feed.source;
        outbox.persist(notice);
        return notice;
    }
}
