package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.synkvakt.casework.AuditEntry.Deed;
import no.synkvakt.casework.AuditTrail.Subject;
import no.synkvakt.cycle.Feed;
import no.synkvakt.cycle.Feeds;
import no.synkvakt.notice.FeedNotices;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Claims nothing of owners whose engine is not heard. Each method is one transaction; any number of replicas may call them at
 * once.
 *
 * <ol>
 *   <li>A source that has sent heartbeats and is silent for too long is blind: its owners' due times are parked, and the
 *       operator is told.
 *   <li>When it is heard again, it first catches up: until nothing has come for a while that had happened before.
 *   <li>While Synkvakt itself was down, nobody was there to hear. It judges nobody until engines have caught up; a source
 *       that sends heartbeats is blind until it is heard, and the operator is told if it is not.
 * </ol>
 */
@ApplicationScoped
public class FeedReview {

    private final Feeds feeds;
    private final FeedNotices notices;
    private final AuditTrail audit;
    private final EntityManager entityManager;
    private final Duration silentAfter;
    private final Duration longestBreak;

    /** @throws IllegalArgumentException when no source could ever be heard in time */
    FeedReview(
            Feeds feeds,
            FeedNotices notices,
            AuditTrail audit,
            EntityManager entityManager,
            @ConfigProperty(name = "synkvakt.feed.silent-after") Duration silentAfter,
            @ConfigProperty(name = "synkvakt.watch.every") Duration tick) {
        if (silentAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "synkvakt.feed.silent-after = " + silentAfter + "; accepted: at least PT1S");
        }
        this.feeds = feeds;
        this.notices = notices;
        this.audit = audit;
        this.entityManager = entityManager;
        this.silentAfter = silentAfter;
        this.longestBreak = silentAfter.plus(tick.multipliedBy(2));
    }

    /**
     * The watcher looks.
     *
     * @return whether it may judge: engines have had the time to report what Synkvakt missed while it was down
     */
    @Transactional
    public boolean attend(Instant now) {
        Attendance attendance = attendance(now);
        if (attendance.tickedAt.plus(longestBreak).isBefore(now)) {
            attendance.upSince = now;
            attendance.backAt = now;
            attendance.backlogAt = null;
            feeds.noteAbsence();
        } else if (attendance.hasCaughtUp(now)) {
            attendance.backAt = null;
            attendance.backlogAt = null;
        }
        attendance.tickedAt = now;
        return attendance.backAt == null;
    }

    /** Notes which sources have fallen silent. */
    @Transactional
    public void noteSilent(Instant now) {
        feeds.noteSilent(now.minus(silentAfter), upSince(now));
    }

    /** The sources that are blind. */
    @Transactional
    public List<String> blind() {
        return feeds.blind();
    }

    /** Tells the operator of a blind source, or lets it be seen again when it has caught up. */
    @Transactional
    public void review(String source, Instant now) {
        feeds.lock(source).ifPresent(feed -> {
            if (feed.hasCaughtUp(now)) {
                notices.giveAllClear(feed, now);
                feed.seeAgain();
            } else if (feed.isToTell(now.minus(silentAfter)) && !upSince(now).isAfter(now.minus(silentAfter))) {
                feed.told = true;
                notices.tell(feed, now);
            }
        });
    }

    /**
     * An engine was taken out of service: its silence says nothing any more, and its owners are judged again.
     *
     * @return whether there was one with that source
     */
    @Transactional
    public boolean forget(String source, String by, Instant now) {
        Optional<Feed> known = feeds.lock(source);
        known.ifPresent(feed -> {
            feed.backAt = null;
            notices.giveAllClear(feed, now);
            feeds.delete(feed);
            audit.record(by, Deed.FEED_FORGOTTEN, new Subject(null, source, null), now);
        });
        return known.isPresent();
    }

    private Instant upSince(Instant now) {
        @Nullable Attendance attendance = entityManager.find(Attendance.class, true);
        return attendance == null ? now : attendance.upSince;
    }

    /** The first to look begins it. */
    private Attendance attendance(Instant now) {
        entityManager
                .createNativeQuery(
                        "insert into attendance (ticked_at, up_since) values (:now, :now) on conflict do nothing")
                .setParameter("now", now)
                .executeUpdate();
        return entityManager.find(Attendance.class, true, LockModeType.PESSIMISTIC_WRITE);
    }
}
