package no.synkvakt.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.synkvakt.base.AtHand;

/** Keeps what has been learned. Every writer holds the municipality's lock. */
@ApplicationScoped
class StoredLimits implements LearnedLimits {

    private static final String READ = "select * from learned where municipality in (:municipalities)";

    private static final String FORGET = "delete from learned where municipality = :municipality";

    private static final String WRITE = """
            insert into learned (municipality, step, limit_ms, samples, median_ms, spread_ms)
            values (:municipality, :step, :limit, :samples, :median, :spread)""";

    private final EntityManager entityManager;
    private final AtHand<String, Map<String, Learned>> atHand;

    StoredLimits(EntityManager entityManager, TransactionSynchronizationRegistry transaction) {
        this.atHand = new AtHand<>(transaction);
        this.entityManager = entityManager;
    }

    @Override
    public Map<String, Learned> of(String municipality) {
        return atHand.get(
                        municipality,
                        () -> Optional.ofNullable(read(Set.of(municipality)).get(municipality)))
                .orElse(Map.of());
    }

    @Override
    public void readAhead(Collection<String> municipalities) {
        atHand.putAll(municipalities, read(municipalities));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Learned>> read(Collection<String> municipalities) {
        List<Tuple> rows = entityManager
                .createNativeQuery(READ, Tuple.class)
                .setParameter("municipalities", municipalities)
                .getResultList();
        Map<String, Map<String, Learned>> learned = new HashMap<>();
        rows.forEach(row -> learned.computeIfAbsent(row.get("municipality", String.class), of -> new HashMap<>())
                .put(row.get("step", String.class), learned(row)));
        return learned;
    }

    /** Puts what was learned in the place of all that was known. */
    void replace(String municipality, Map<String, Learned> learned) {
        atHand.put(municipality, learned);
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
