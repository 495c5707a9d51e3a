package no.synkvakt.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what has been learned. Every writer holds the municipality's lock. */
@ApplicationScoped
class StoredLimits implements LearnedLimits {

    private static final String READ = "select * from learned where municipality = :municipality";

    private static final String FORGET = "delete from learned where municipality = :municipality";

    private static final String WRITE = """
            insert into learned (municipality, step, limit_ms, samples, median_ms, spread_ms)
            values (:municipality, :step, :limit, :samples, :median, :spread)""";

    private final EntityManager entityManager;

    StoredLimits(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Learned> of(String municipality) {
        List<Tuple> rows = entityManager
                .createNativeQuery(READ, Tuple.class)
                .setParameter("municipality", municipality)
                .getResultList();
        Map<String, Learned> learned = new HashMap<>();
        rows.forEach(row -> learned.put(row.get("step", String.class), learned(row)));
        return learned;
    }

    /** Puts what was learned in the place of all that was known. */
    void replace(String municipality, Map<String, Learned> learned) {
        entityManager
                .createNativeQuery(FORGET)
                .setParameter("municipality", municipality)
                .executeUpdate();
        learned.forEach((step, numbers) -> entityManager
                .createNativeQuery(WRITE)
                .setParameter("municipality", municipality)
                .setParameter("step", step)
                .setParameter("limit", numbers.limit().toMillis())
                .setParameter("samples", numbers.samples())
                .setParameter("median", numbers.median().toMillis())
                .setParameter("spread", numbers.spread().toMillis())
                .executeUpdate());
    }

    private static Learned learned(Tuple row) {
        return new Learned(
                millis(row, "limit_ms"),
                row.get("samples", Integer.class),
                millis(row, "median_ms"),
                millis(row, "spread_ms"));
    }

    private static Duration millis(Tuple row, String column) {
        return Duration.ofMillis(row.get(column, Long.class));
    }
}
