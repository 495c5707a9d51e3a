package no.synkvakt.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.base.AtHand;
import no.synkvakt.base.StoredJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How one step went in the last cycles. Only that step is read of them, since a night has many stalls and each asks for weeks of
 * one; and not as entities, for the same reason as {@link PastCycles}.
 */
@ApplicationScoped
class PastRuns {

    private static final Logger LOG = Logger.getLogger(PastRuns.class);

    private static final String LAST = """
            select n.municipality, n.step,
                cast(jsonb_path_query_first(c.steps, cast(:path as jsonpath), jsonb_build_object('step', n.step)) as text) as run
            from unnest(:municipalities, :steps) n(municipality, step) cross join lateral (
                select steps from cycle where municipality = n.municipality
                order by started_at desc, id desc limit :most) c""";

    private static final String STEP_OF_THAT_NAME = "$[*] ? (@.step == $step)";

    private final EntityManager entityManager;
    private final AtHand<Of, List<StepRun>> atHand;

    PastRuns(EntityManager entityManager, TransactionSynchronizationRegistry transaction) {
        this.entityManager = entityManager;
        this.atHand = new AtHand<>(transaction);
    }

    /** Whose step. */
    record Of(String municipality, String step) {}

    /** These are about to be asked for one by one, and no cycle of theirs is folded before. */
    void readAhead(Collection<Of> all, int most) {
        Map<Of, List<StepRun>> read = read(all, most);
        all.forEach(of -> atHand.put(of, read.getOrDefault(of, List.of())));
    }

    /** In those of the last cycles that have the step and tell how it went. */
    List<StepRun> last(Of of, int most) {
        return atHand.get(of, Optional::empty)
                .orElseGet(() -> read(Set.of(of), most).getOrDefault(of, List.of()));
    }

    @SuppressWarnings("unchecked")
    private Map<Of, List<StepRun>> read(Collection<Of> all, int most) {
        List<Tuple> rows = entityManager
                .createNativeQuery(LAST, Tuple.class)
                .setParameter("path", STEP_OF_THAT_NAME)
                .setParameter("municipalities", array(all, Of::municipality))
                .setParameter("steps", array(all, Of::step))
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Of(row.get("municipality", String.class), row.get("step", String.class)),
                        Collectors.flatMapping(PastRuns::run, Collectors.toList())));
    }

    private static String[] array(Collection<Of> all, Function<Of, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static Stream<StepRun> run(Tuple row) {
        @Nullable String run = row.get("run", String.class);
        try {
            return run == null ? Stream.empty() : Stream.of(StoredJson.read(run, StepRun.class));
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "How a step of %s went cannot be read; it is left out", row.get("municipality"));
            return Stream.empty();
        }
    }
}
