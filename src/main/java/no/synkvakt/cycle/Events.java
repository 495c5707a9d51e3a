package no.synkvakt.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events as they came, each once: (source, id) is an event's identity. */
@ApplicationScoped
public class Events implements PanacheRepositoryBase<EventRow, Long> {

    private static final String INSERT = """
            insert into event (source, id, type, municipality, cycle, step, time, received_at, trouble)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
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

    /** Stores events of a municipality's cycles, all in one go. Tells of each, in their order, whether it was new. */
    public List<Boolean> add(String municipality, List<StepEvent> reported, Instant now) {
        return reported.isEmpty() ? List.of() : insert(municipality, reported, now);
    }

    /** Stores a sign of life of an engine. Tells whether it was new. */
    public boolean addHeartbeat(String source, String id, Instant time, Instant now) {
        StepEvent beat = new StepEvent(source, id, EventType.HEARTBEAT, "", null, time, null);
        return insert(null, List.of(beat), now).get(0);
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

    private List<Boolean> insert(@Nullable String municipality, List<StepEvent> events, Instant now) {
        int[] stored = getSession().doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (StepEvent event : events) {
                    bind(insert, municipality, event, now);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        return Arrays.stream(stored).mapToObj(rows -> rows > 0).toList();
    }

    private void bind(PreparedStatement insert, @Nullable String municipality, StepEvent event, Instant now)
            throws SQLException {
        insert.setString(1, event.source());
        insert.setString(2, event.id());
        insert.setString(3, event.type().name());
        insert.setString(4, municipality);
        insert.setString(5, municipality == null ? null : event.cycle());
        insert.setString(6, event.step());
        insert.setObject(7, event.time().atOffset(ZoneOffset.UTC));
        insert.setObject(8, now.atOffset(ZoneOffset.UTC));
        insert.setString(9, asJson(event.trouble()));
    }

    private @Nullable String asJson(@Nullable Trouble trouble) {
        try {
            return trouble == null ? null : json.writeValueAsString(trouble);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
