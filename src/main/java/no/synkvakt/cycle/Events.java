package no.synkvakt.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events as they came, each once: (source, id) is an event's identity. */
@ApplicationScoped
public class Events implements PanacheRepositoryBase<EventRow, Long> {

    private static final String INSERT = """
            insert into event (source, id, type, municipality, cycle, step, time, received_at, trouble)
            values (:source, :id, :type, :municipality, :cycle, :step, :time, :now, cast(:trouble as jsonb))
            on conflict (source, id) do nothing""";

    private final ObjectMapper json;

    Events(ObjectMapper json) {
        this.json = json;
    }

    public boolean contains(String source, String id) {
        return count("source = ?1 and id = ?2", source, id) > 0;
    }

    /** Whether that source has reported that the step of the cycle is done. */
    public boolean hasCompleted(String source, String municipality, String cycle, String step) {
        return count(
                        "source = ?1 and municipality = ?2 and cycle = ?3 and step = ?4 and type = ?5",
                        source,
                        municipality,
                        cycle,
                        step,
                        EventType.STEP_COMPLETED)
                > 0;
    }

    /** Whether the source has reported something of the municipality that comes after what another one reports. */
    public boolean hasLater(String municipality, String source, StepEvent event) {
        String later = source.compareTo(event.source()) > 0 ? "time >= ?3" : "time > ?3";
        return count("municipality = ?1 and source = ?2 and " + later, municipality, source, event.time()) > 0;
    }

    /** Stores an event of a municipality's cycle. Tells whether it was new. */
    public boolean add(String municipality, StepEvent event, Instant now) {
        return insert(event, municipality, event.cycle(), now);
    }

    /** Stores a sign of life of an engine. Tells whether it was new. */
    public boolean addHeartbeat(String source, String id, Instant time, Instant now) {
        return insert(new StepEvent(source, id, EventType.HEARTBEAT, "", null, time, null), null, null, now);
    }

    /** The municipality's cycles of which there are events, by the time of the first. */
    public List<String> cycles(String municipality) {
        return getEntityManager()
                .createQuery(
                        "select cycle from EventRow where municipality = :municipality and cycle is not null"
                                + " group by cycle order by min(time), cycle",
                        String.class)
                .setParameter("municipality", municipality)
                .getResultList();
    }

    List<StepEvent> of(String municipality, String cycle) {
        return list("municipality = ?1 and cycle = ?2", municipality, cycle).stream()
                .map(row -> row.event(cycle))
                .toList();
    }

    private boolean insert(StepEvent event, @Nullable String municipality, @Nullable String cycle, Instant now) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("source", event.source())
                        .setParameter("id", event.id())
                        .setParameter("type", event.type().name())
                        .setParameter("municipality", municipality)
                        .setParameter("cycle", cycle)
                        .setParameter("step", event.step())
                        .setParameter("time", event.time())
                        .setParameter("now", now)
                        .setParameter("trouble", asJson(event.trouble()))
                        .executeUpdate()
                > 0;
    }

    private @Nullable String asJson(@Nullable Trouble trouble) {
        try {
            return trouble == null ? null : json.writeValueAsString(trouble);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
