package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Feed;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which engines are heard, and of whom. */
@ApplicationScoped
public class Hearing {

    private static final String SOURCES = """
            select f.source as source, f.seen_at as seen, f.blind_since as blind, f.back_at as back, f.told as told,
                (select count(*) from municipality m where m.feed = f.source) as owners
            from feed f order by f.source""";

    private final EntityManager entityManager;

    Hearing(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * An engine that has sent heartbeats.
     *
     * @param seenAt when it was last heard
     * @param blindSince since when nothing is known of its owners; null while it is heard
     * @param told whether the operator has been told that it is silent
     * @param owners how many municipalities' latest event came from it
     */
    public record Source(
            String source,
            Instant seenAt,
            Feed.State state,
            @Nullable Instant blindSince,
            boolean told,
            long owners) {}

    /** All of them, in the order of their names. */
    public List<Source> sources() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(SOURCES, Object[].class)
                .addScalar("source", String.class)
                .addScalar("seen", Instant.class)
                .addScalar("blind", Instant.class)
                .addScalar("back", Instant.class)
                .addScalar("told", Boolean.class)
                .addScalar("owners", Long.class)
                .setTupleTransformer((row, names) -> source(row))
                .getResultList();
    }

    /** Whether Synkvakt itself was down, and engines report what it missed. */
    public boolean isCatchingUp() {
        return !entityManager
                .createNativeQuery("select 1 from attendance where back_at is not null")
                .getResultList()
                .isEmpty();
    }

    private static Source source(Object[] row) {
        Instant blind = (Instant) row[2];
        return new Source(
                (String) row[0],
                (Instant) row[1],
                Feed.State.of(blind, (Instant) row[3]),
                blind,
                (Boolean) row[4],
                (Long) row[5]);
    }
}
