package no.synkvakt.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What there is to learn from: the cycles of the past that can be read. Not read as entities, because one that cannot be
 * read would doom the transaction that only wanted to learn from it.
 */
@ApplicationScoped
public class PastCycles {

    private static final Logger LOG = Logger.getLogger(PastCycles.class);

    private static final String LAST = """
            select id, started_at, completed_at, cast(steps as text) as steps from cycle
            where municipality = :municipality order by started_at desc, id desc limit :most""";

    private final EntityManager entityManager;
    private final ObjectReader steps;

    PastCycles(EntityManager entityManager, ObjectMapper json) {
        this.entityManager = entityManager;
        this.steps = json.readerForListOf(StepRun.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Of the municipality's last cycles those that can be read, the latest first. */
    @SuppressWarnings("unchecked")
    public List<Cycle> last(String municipality, int most) {
        List<Tuple> rows = entityManager
                .createNativeQuery(LAST, Tuple.class)
                .setParameter("municipality", municipality)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().flatMap(row -> cycle(municipality, row).stream()).toList();
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
