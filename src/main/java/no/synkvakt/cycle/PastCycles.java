package no.synkvakt.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.synkvakt.base.AtHand;
import org.jboss.logging.Logger;

/**
 * What there is to learn from: the cycles of the past that can be read. Not read as entities, because one that cannot be
 * read would doom the transaction that only wanted to learn from it.
 */
@ApplicationScoped
public class PastCycles {

    private static final Logger LOG = Logger.getLogger(PastCycles.class);

    private static final String LAST = """
            select c.municipality, c.id, c.started_at, c.completed_at, cast(c.steps as text) as steps
            from unnest(:municipalities) n(municipality) cross join lateral (
                select * from cycle where municipality = n.municipality
                order by started_at desc, id desc limit :most) c
            order by c.started_at desc, c.id desc""";

    private final EntityManager entityManager;
    private final ObjectReader steps;
    private final AtHand<Asked, List<Tuple>> atHand;

    PastCycles(EntityManager entityManager, ObjectMapper json, TransactionSynchronizationRegistry transaction) {
        this.atHand = new AtHand<>(transaction);
        this.entityManager = entityManager;
        this.steps = json.readerForListOf(StepRun.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private record Asked(String municipality, int most) {}

    /** So many of each of those municipalities are about to be asked for, and none of them changes before. */
    public void readAhead(Collection<String> municipalities, int most) {
        Map<Asked, List<Tuple>> read = read(municipalities, most).stream()
                .collect(Collectors.groupingBy(row -> new Asked(row.get("municipality", String.class), most)));
        municipalities.stream()
                .map(id -> new Asked(id, most))
                .forEach(asked -> atHand.put(asked, read.getOrDefault(asked, List.of())));
    }

    /** Of the municipality's last cycles those that can be read, the latest first. */
    public List<Cycle> last(String municipality, int most) {
        return atHand
                .get(new Asked(municipality, most), Optional::empty)
                .orElseGet(() -> read(Set.of(municipality), most))
                .stream()
                .flatMap(row -> cycle(municipality, row).stream())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> read(Collection<String> municipalities, int most) {
        return entityManager
                .createNativeQuery(LAST, Tuple.class)
                .setParameter("municipalities", municipalities.toArray(String[]::new))
                .setParameter("most", most)
                .getResultList();
    }

    private Optional<Cycle> cycle(String municipality, Tuple row) {
        String id = row.get("id", String.class);
        try {
            List<StepRun> runs = steps.readValue(row.get("steps", String.class));
            return Optional.of(new Cycle(
                    municipality,
                    id,
                    row.get("started_at", Instant.class),
                    row.get("completed_at", Instant.class),
                    runs));
        } catch (JsonProcessingException e) {
            LOG.warnf(e, "The cycle %s of %s cannot be read; nothing is learned from it", id, municipality);
            return Optional.empty();
        }
    }
}
