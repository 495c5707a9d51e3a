package no.synkvakt.municipality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.synkvakt.base.AtHand;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import org.hibernate.LockMode;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;

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

    private static final String SET_ASIDE = """
            update municipality set missed_at = :until, missed_set_aside = :reason
            where id = :id and missed_at <= :now""";

    private final UnreadableRows unreadable;
    private final AtHand<String, Boolean> locked;

    Municipalities(UnreadableRows unreadable, TransactionSynchronizationRegistry transaction) {
        this.unreadable = unreadable;
        this.locked = new AtHand<>(transaction);
    }

    /** What a client is told who names a municipality that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no municipality with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of a municipality that Synkvakt knows"));
    }

    /** Empty when there is no such municipality. Throws {@link UnreadableRow} when what is stored of it cannot be read. */
    public Optional<Municipality> get(String id) {
        Optional<Municipality> known = findByIdOptional(id).map(MunicipalityRow::profile);
        known.ifPresent(read -> unreadable.isRead(UnreadableRow.Kind.MUNICIPALITY, id));
        return known;
    }

    /** The same for who goes on without it; empty also when it cannot be read, which is noted. */
    public Optional<Municipality> readable(String id) {
        try {
            return get(id);
        } catch (UnreadableRow e) {
            unreadable.note(e);
            return Optional.empty();
        }
    }

    /** Those that there are and that can be read, by their ids; one that cannot be read is noted. */
    public Map<String, Municipality> readable(Collection<String> ids) {
        Map<String, Municipality> known = new HashMap<>();
        list("id in ?1", ids)
                .forEach(row -> unreadable.look(
                        UnreadableRow.Kind.MUNICIPALITY, row.id, () -> known.put(row.id, row.profile())));
        return known;
    }

    /** Reads all, and notes those that cannot be read. */
    @Transactional
    public void noteUnreadable() {
        listAll().forEach(row -> unreadable.look(UnreadableRow.Kind.MUNICIPALITY, row.id, row::profile));
    }

    /** The names of those that are there, by their ids. */
    public Map<String, String> names(Collection<String> ids) {
        return getEntityManager()
                .createQuery("select id, name from MunicipalityRow where id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /**
     * Takes the municipality's lock for the rest of the transaction. Empty when there is no such municipality. Throws {@link
     * UnreadableRow} when what is stored of it cannot be read; the lock is taken all the same.
     */
    public Optional<Municipality> lock(String id) {
        return lockUnread(id) ? get(id) : Optional.empty();
    }

    /**
     * The same without reading the row: it may be what is wrong.
     *
     * @return whether there is such a municipality
     */
    public boolean lockUnread(String id) {
        return locked.get(id, () -> find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                        .findFirst()
                        .map(row -> true))
                .orElse(false);
    }

    /**
     * The same of many, of those whose lock nobody else holds: it waits for nobody.
     *
     * @return which they are, in the order of their ids; nor are those among them that there are not
     */
    public Set<String> lockFree(Collection<String> ids) {
        Set<String> free = new TreeSet<>();
        getSession()
                .findMultiple(MunicipalityRow.class, List.copyOf(ids), LockMode.PESSIMISTIC_WRITE, Timeouts.SKIP_LOCKED)
                .stream()
                .filter(Objects::nonNull)
                .forEach(row -> free.add(row.id));
        free.forEach(id -> locked.put(id, true));
        return free;
    }

    /** Those whose locks the transaction has taken already are about to be asked for one by one. */
    public void readAhead(Collection<String> lockedIds) {
        getSession().findMultiple(MunicipalityRow.class, List.copyOf(lockedIds));
        lockedIds.forEach(id -> locked.put(id, true));
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
        lockUnread(municipality.id());
        findById(municipality.id()).describe(municipality, now);
        unreadable.isRead(UnreadableRow.Kind.MUNICIPALITY, municipality.id());
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

    /** When the municipality's schedule became what it is. */
    public Optional<Instant> scheduledSince(String id) {
        return findByIdOptional(id).map(row -> row.scheduledSince);
    }

    /** Sets when the watcher is to look whether a cycle began as scheduled; null for never. One that was set aside is no longer. */
    public void lookForStartAt(String id, @Nullable Instant due) {
        MunicipalityRow row = findById(id);
        row.missedAt = due == null ? null : due.truncatedTo(ChronoUnit.MICROS);
        row.missedSetAside = null;
    }

    /** Does not look for the municipality's start until the time given. Its row is not read: it may be what is wrong. */
    public void setAside(String id, String reason, Instant now, Instant until) {
        getEntityManager()
                .createNativeQuery(SET_ASIDE)
                .setParameter("id", id)
                .setParameter("reason", Characters.line(reason))
                .setParameter("now", now)
                .setParameter("until", until)
                .executeUpdate();
    }

    /** Why the watcher cannot tell whether the municipality's cycle began as scheduled; empty when it can. */
    public Optional<String> setAside(String id) {
        return findByIdOptional(id).map(row -> row.missedSetAside);
    }

    public Optional<String> pingKey(String id) {
        return findByIdOptional(id).map(row -> row.pingKey);
    }

    /** Gives the municipality a new ping key; the old one is void at once. */
    public Optional<String> renewPingKey(String id) {
        return findByIdOptional(id).map(row -> row.pingKey = PingKey.random());
    }

    /** The ids of the municipalities that ping keys belong to, by the keys. */
    public Map<String, String> pingedBy(Collection<String> pingKeys) {
        return getSession()
                .createNativeQuery("select ping_key, id from municipality where ping_key = any(:keys)", Object[].class)
                .setParameter("keys", pingKeys.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }
}
