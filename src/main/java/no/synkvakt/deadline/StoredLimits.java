package no.synkvakt.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.synkvakt.base.AtHand;

/** Keeps what has been learned. Every writer holds the municipality's lock. */
@ApplicationScoped
class StoredLimits implements LearnedLimits {

    private static final String READ =
            "select municipality, step, limit_ms, samples, median_ms, spread_ms from learned where municipality = any(:ids)";

    private static final String REPLACE = """
            with gone as (delete from learned where municipality = :municipality and not step = any(:steps))
            insert into learned (municipality, step, limit_ms, samples, median_ms, spread_ms)
            select :municipality, * from unnest(:steps, :limits, :samples, :medians, :spreads)
            on conflict (municipality, step) do update set limit_ms = excluded.limit_ms, samples = excluded.samples,
                median_ms = excluded.median_ms, spread_ms = excluded.spread_ms""";

    private static final String DUE = "insert into to_learn (municipality, due_at) select unnest(:ids), :due"
            + " on conflict (municipality) do nothing";

    private static final String DONE = "delete from to_learn where municipality = :municipality";

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
                .setParameter("ids", municipalities.toArray(String[]::new))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        Map<String, Map<String, Learned>> learned = new HashMap<>();
        rows.forEach(row -> learned.computeIfAbsent(row.get("municipality", String.class), of -> new HashMap<>())
                .put(row.get("step", String.class), learned(row)));
        return learned;
    }

    /** Puts what was learned in the place of all that was known. */
    void replace(String municipality, Map<String, Learned> learned) {
        atHand.put(municipality, learned);
        List<Learned> numbers = List.copyOf(learned.values());
        statement(REPLACE)
                .setParameter("municipality", municipality)
                .setParameter("steps", learned.keySet().toArray(String[]::new))
                .setParameter("limits", millis(numbers, Learned::limit))
                .setParameter("samples", numbers.stream().map(Learned::samples).toArray(Integer[]::new))
                .setParameter("medians", millis(numbers, Learned::median))
                .setParameter("spreads", millis(numbers, Learned::spread))
                .executeUpdate();
    }

    /** There is more to learn from than has been. Who has been due before stays due then. */
    void areToBeLearned(Collection<String> municipalities, Instant due) {
        statement(DUE)
                .setParameter("ids", municipalities.toArray(String[]::new))
                .setParameter("due", due)
                .executeUpdate();
    }

    /** There is nothing more to learn from. */
    void areLearned(String municipality) {
        statement(DONE).setParameter("municipality", municipality).executeUpdate();
    }

    /** What no entity is of needs none written before. */
    private Query statement(String sql) {
        return entityManager.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT);
    }

    private static Long[] millis(List<Learned> numbers, Function<Learned, Duration> of) {
        return numbers.stream().map(each -> of.apply(each).toMillis()).toArray(Long[]::new);
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
