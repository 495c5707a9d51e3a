package no.synkvakt.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The events as they came, each once: (source, id) is an event's identity. */
@ApplicationScoped
public class Events implements PanacheRepositoryBase<EventRow, Long> {

    private static final String INSERT = """
            insert into event (source, id, type, municipality, cycle, step, time, trouble, received_at)
            select source, id, type, municipality, cycle, step, time, cast(trouble as jsonb), :now
            from unnest(:sources, :ids, :types, :municipalities, :cycles, :steps, :times, :troubles)
                with ordinality as e(source, id, type, municipality, cycle, step, time, trouble, place)
            order by place
            on conflict (source, id) do nothing
            returning source, id""";

    private static final String OF_CYCLES = """
            select e.* from unnest(:municipalities, :cycles) n(municipality, cycle)
            join event e on e.municipality = n.municipality and e.cycle = n.cycle
            where e.type = any(:known)""";

    private static final String KNOWN = """
            select e.source, e.id from unnest(:sources, :ids) n(source, id)
            join event e on e.source = n.source and e.id = n.id""";

    private final ObjectMapper json;

    Events(ObjectMapper json) {
        this.json = json;
    }

    /** Which of the events have been stored before. */
    public Set<EventName> known(Collection<EventName> names) {
        return names.isEmpty()
                ? Set.of()
                : names(getEntityManager()
                        .createNativeQuery(KNOWN, Tuple.class)
                        .setParameter("sources", array(names, EventName::source))
                        .setParameter("ids", array(names, EventName::id)));
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

    /** An event and whom it is about; nobody, if it is about an engine. */
    public record Reported(@Nullable String municipality, StepEvent event) {

        public EventName name() {
            return EventName.of(event);
        }
    }

    /**
     * Stores events, all in one go and in their order, except those that were stored before.
     *
     * @return which of them were new
     */
    public Set<EventName> add(List<Reported> reported, Instant now) {
        return reported.isEmpty() ? Set.of() : insert(reported, now);
    }

    /** Stores a sign of life of an engine. Tells whether it was new. */
    public boolean addHeartbeat(String source, String id, Instant time, Instant now) {
        StepEvent beat = new StepEvent(source, id, EventType.HEARTBEAT, "", null, time, null);
        return !insert(List.of(new Reported(null, beat)), now).isEmpty();
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
        CycleName name = new CycleName(municipality, cycle);
        return of(Set.of(name)).getOrDefault(name, List.of());
    }

    /** Each that is stored of the cycles. */
    @SuppressWarnings("unchecked")
    public Map<CycleName, List<StepEvent>> of(Collection<CycleName> names) {
        List<EventRow> rows = getEntityManager()
                .createNativeQuery(OF_CYCLES, EventRow.class)
                .setParameter("municipalities", array(names, CycleName::municipality))
                .setParameter("cycles", array(names, CycleName::id))
                .setParameter("known", array(List.of(EventType.values()), EventType::name))
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        EventRow::ofCycle, Collectors.mapping(EventRow::event, Collectors.toList())));
    }

    private Set<EventName> insert(List<Reported> reported, Instant now) {
        List<StepEvent> events = reported.stream().map(Reported::event).toList();
        return names(getEntityManager()
                .createNativeQuery(INSERT, Tuple.class)
                .setParameter("sources", array(events, StepEvent::source))
                .setParameter("ids", array(events, StepEvent::id))
                .setParameter("types", array(events, event -> event.type().name()))
                .setParameter("municipalities", array(reported, Reported::municipality))
                .setParameter(
                        "cycles",
                        array(
                                reported,
                                each -> each.municipality() == null
                                        ? null
                                        : each.event().cycle()))
                .setParameter("steps", array(events, StepEvent::step))
                .setParameter("times", events.stream().map(StepEvent::time).toArray(Instant[]::new))
                .setParameter("troubles", array(events, event -> asJson(event.trouble())))
                .setParameter("now", now));
    }

    @SuppressWarnings("unchecked")
    private static Set<EventName> names(Query query) {
        List<Tuple> rows = query.setFlushMode(FlushModeType.COMMIT).getResultList();
        return rows.stream()
                .map(row -> new EventName(row.get(0, String.class), row.get(1, String.class)))
                .collect(Collectors.toSet());
    }

    private static <T> String[] array(Collection<T> of, Function<T, @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }

    private @Nullable String asJson(@Nullable Trouble trouble) {
        try {
            return trouble == null ? null : json.writeValueAsString(trouble);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
