package no.synkvakt.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.synkvakt.base.Characters;

/** What engine databases showed, and whose turn it is to look. Each method is one transaction. */
@ApplicationScoped
public class Looks implements PanacheRepositoryBase<Look, String> {

    private static final String KNOW =
            "insert into look (source, next_at) values (:source, :now) on conflict do nothing";

    private static final String CLAIM =
            "update look set next_at = :next where source = :source" + " and (next_at <= :now or next_at > :next)";

    /**
     * Takes the turn, if it is time to look and no other replica has taken it. A time that is further away than the next is of a clock
     * that runs ahead, or of another interval.
     *
     * @param next when it is time again; whoever dies while looking leaves it to the next
     */
    @Transactional
    public boolean claim(String source, Instant now, Instant next) {
        getEntityManager()
                .createNativeQuery(KNOW)
                .setParameter("source", source)
                .setParameter("now", now)
                .executeUpdate();
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("source", source)
                        .setParameter("now", now)
                        .setParameter("next", next)
                        .executeUpdate()
                == 1;
    }

    /** A look has shown something. It is not kept where another replica's settings no longer name the feed. */
    @Transactional
    public void ended(String source, Instant at, String query, int rows, int events, List<SetAside> setAside) {
        findByIdOptional(source).ifPresent(look -> look.ended(at, query, rows, events, setAside));
    }

    /** A look has shown nothing, for the reason given. The same holds. */
    @Transactional
    public void failed(String source, Instant at, String why) {
        findByIdOptional(source).ifPresent(look -> look.failed(at, Characters.line(why)));
    }

    /** When the last look began that showed anything. */
    @Transactional
    public Optional<Instant> lookedAt(String source) {
        return findByIdOptional(source).map(look -> look.lookedAt);
    }

    /** Whether the last look that showed anything did so by that query. */
    @Transactional
    public boolean hasShown(String source, String query) {
        return findByIdOptional(source).filter(look -> query.equals(look.query)).isPresent();
    }

    /** By source. */
    public List<Look> all() {
        return list("order by source");
    }

    /** Forgets all others. */
    @Transactional
    public void keepOnly(List<String> sources) {
        getEntityManager()
                .createNativeQuery("delete from look where not source = any(:sources)")
                .setParameter("sources", sources.toArray(String[]::new))
                .executeUpdate();
    }
}
