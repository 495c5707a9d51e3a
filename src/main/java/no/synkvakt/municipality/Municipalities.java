package no.synkvakt.municipality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;

/**
 * The municipalities that are watched.
 *
 * <p>A municipality's row is the one lock of everything that happens to it: reports, the tick, acts and changes all take
 * it first, in the order of ids where they take several, so none can wait for another in a ring.
 */
@ApplicationScoped
public class Municipalities implements PanacheRepositoryBase<MunicipalityRow, String> {

    /** The row stands for itself only until the same transaction describes it. */
    private static final String CREATE = """
            insert into municipality (id, name, profile, ping_key, created_at, updated_at)
            values (:id, '', '{}', :pingKey, :now, :now)
            on conflict (id) do nothing""";

    /** What a client is told who names a municipality that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no municipality with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of a municipality that Synkvakt knows"));
    }

    public Optional<Municipality> get(String id) {
        return findByIdOptional(id).map(row -> row.profile);
    }

    /** The names of those that are there, by their ids. */
    public Map<String, String> names(Collection<String> ids) {
        return getEntityManager()
                .createQuery("select id, name from MunicipalityRow where id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Takes the municipality's lock for the rest of the transaction. Empty when there is no such municipality. */
    public Optional<Municipality> lock(String id) {
        boolean there = !getEntityManager()
                .createNativeQuery("select 1 from municipality where id = :id for no key update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        return there ? get(id) : Optional.empty();
    }

    /**
     * Creates the municipality or replaces what is known of it, and takes its lock. Of several that create it at once one
     * does, and the others replace.
     *
     * @return whether it was created
     */
    public boolean put(Municipality municipality, Instant now) {
        boolean created = getEntityManager()
                        .createNativeQuery(CREATE)
                        .setParameter("id", municipality.id())
                        .setParameter("pingKey", PingKey.random())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
        lock(municipality.id());
        findById(municipality.id()).describe(municipality, now);
        return created;
    }

    /** The CloudEvents source of the municipality's latest event. */
    public Optional<String> feed(String id) {
        return findByIdOptional(id).map(row -> row.feed);
    }

    /** How many municipalities' latest event came from the source. */
    public long heardFrom(String source) {
        return count("feed", source);
    }

    /** Notes the source of the municipality's latest event. The caller holds its lock. */
    public void hearFrom(String id, String source) {
        findById(id).feed = source;
    }

    /** Whether the municipality's due times are parked, because its engine is not heard. */
    public boolean isParked(String id) {
        return findByIdOptional(id).map(row -> row.parked).orElse(false);
    }

    /** Parks its due times, or no longer. The caller holds its lock. */
    public void park(String id, boolean parked) {
        findById(id).parked = parked;
    }

    /** The same without reading the row: it may be what is wrong. */
    public void parkUnread(String id, boolean parked) {
        update("parked = ?1 where id = ?2", parked, id);
    }

    public Optional<String> pingKey(String id) {
        return findByIdOptional(id).map(row -> row.pingKey);
    }

    /** Gives the municipality a new ping key; the old one is void at once. */
    public Optional<String> renewPingKey(String id) {
        return findByIdOptional(id).map(row -> row.pingKey = PingKey.random());
    }

    /** The id of the municipality that a ping key belongs to. */
    public Optional<String> pingedBy(String pingKey) {
        return find("pingKey", pingKey).firstResultOptional().map(row -> row.id);
    }
}
