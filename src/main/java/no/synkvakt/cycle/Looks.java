package no.synkvakt.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import no.synkvakt.base.Characters;

/** What engine databases showed, and whose turn it is to look. Each method is one transaction. */
@ApplicationScoped
public class Looks implements PanacheRepositoryBase<Look, String> {

    private static final String KNOW =
            "insert into look (feed, next_at) values (:feed, :now) on conflict (feed) do nothing";

    private static final String CLAIM = "update look set next_at = :next where feed = :feed and next_at <= :now";

    /**
     * Takes the turn, if it is time to look and no other replica has taken it.
     *
     * @param next when it is time again; whoever dies while looking leaves it to the next
     */
    @Transactional
    public boolean claim(String feed, Instant now, Instant next) {
        getEntityManager()
                .createNativeQuery(KNOW)
                .setParameter("feed", feed)
                .setParameter("now", now)
                .executeUpdate();
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("feed", feed)
                        .setParameter("now", now)
                        .setParameter("next", next)
                        .executeUpdate()
                == 1;
    }

    /** A look has shown something. It is not kept where another replica's settings no longer name the feed. */
    @Transactional
    public void ended(String feed, Instant at, int rows, int events, List<SetAside> setAside) {
        findByIdOptional(feed).ifPresent(look -> look.ended(at, rows, events, setAside));
    }

    /** A look has shown nothing, for the reason given. The same holds. */
    @Transactional
    public void failed(String feed, Instant at, String why) {
        findByIdOptional(feed).ifPresent(look -> look.failed(at, Characters.line(why)));
    }

    /** By name. */
    public List<Look> all() {
        return list("order by feed");
    }

    /** Forgets those that no longer have a name. */
    @Transactional
    public void keepOnly(List<String> feeds) {
        getEntityManager()
                .createNativeQuery("delete from look where not feed = any(:feeds)")
                .setParameter("feeds", feeds.toArray(String[]::new))
                .executeUpdate();
    }
}
