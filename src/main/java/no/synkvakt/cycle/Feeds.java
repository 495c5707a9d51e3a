package no.synkvakt.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engines that send heartbeats, and when each was heard. Nobody waits for anything while holding a feed's row. */
@ApplicationScoped
public class Feeds implements PanacheRepositoryBase<Feed, String> {

    private static final String HEARD = """
            seen_at = greatest(feed.seen_at, :now),
            back_at = case when feed.blind_since is not null then coalesce(feed.back_at, :now) end,
            backlog_at = case when feed.blind_since is not null and :oldest < coalesce(feed.back_at, :now)
                then :now else feed.backlog_at end""";

    private static final String BEAT =
            "insert into feed (source, seen_at) values (:source, :now) on conflict (source) do update set " + HEARD;

    /** Also what Synkvakt itself may have missed while it was down is caught up with. */
    private static final String LIFE = "with own as (update attendance set backlog_at = :now"
            + " where back_at is not null and :oldest < back_at returning 1) update feed set "
            + HEARD
            + " where source = :source returning blind_since is not null";

    private static final String SILENT = """
            update feed set blind_since = seen_at
            where blind_since is null and greatest(seen_at, cast(:up as timestamptz)) <= :silent""";

    /** A heartbeat of the source: from now on its silence says something. */
    public void beat(String source, Instant time, Instant now) {
        getEntityManager()
                .createNativeQuery(BEAT)
                .setParameter("source", source)
                .setParameter("oldest", time)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Something came from the source.
     *
     * @param oldest when the oldest of it happened
     * @return whether nobody needs to know that it is heard for a while: it is known to be
     */
    public boolean heard(String source, Instant oldest, Instant now) {
        List<?> blind = getEntityManager()
                .createNativeQuery(LIFE, Boolean.class)
                .setParameter("source", source)
                .setParameter("oldest", oldest)
                .setParameter("now", now)
                .getResultList();
        return !blind.contains(true);
    }

    /**
     * Notes which sources have fallen silent.
     *
     * @param silent who has been heard later is not silent
     * @param up since when Synkvakt itself has been there to hear
     */
    public void noteSilent(Instant silent, Instant up) {
        getEntityManager()
                .createNativeQuery(SILENT)
                .setParameter("silent", silent)
                .setParameter("up", up)
                .executeUpdate();
    }

    /** Nobody was there to hear: what has happened since is not known of any source until it is heard. */
    public void noteAbsence() {
        update("blindSince = coalesce(blindSince, seenAt), backAt = null, backlogAt = null");
    }

    /** The sources of which nothing is known at the time. */
    public List<String> blind() {
        return list("blindSince is not null order by source").stream()
                .map(feed -> feed.source)
                .toList();
    }

    /** The feed as it is now, locked for the rest of the transaction. */
    public Optional<Feed> lock(String source) {
        @Nullable Feed feed = getEntityManager().find(Feed.class, source, LockModeType.PESSIMISTIC_WRITE);
        return Optional.ofNullable(feed);
    }
}
