package no.synkvakt.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.base.AtHand;
import no.synkvakt.base.Characters;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The cycles, each kept as the fold of its events. Every writer holds the municipality's lock. */
@ApplicationScoped
public class Cycles implements PanacheRepositoryBase<CycleRow, Long> {

    private static final String LATEST_FIRST = "municipality = ?1 order by startedAt desc, id desc";

    private static final String NAMED = """
            select c.* from unnest(:municipalities, :ids) n(municipality, id)
            join cycle c on c.municipality = n.municipality and c.id = n.id""";

    private static final String LATEST = """
            select l.* from unnest(:municipalities) n(municipality) cross join lateral (
                select * from cycle c where c.municipality = n.municipality
                order by c.started_at desc, c.id desc limit 1) l""";

    private static final Logger LOG = Logger.getLogger(Cycles.class);

    private final Events events;
    private final Expectations expectations;
    private final PastCycles past;
    private final Municipalities municipalities;
    private final AtHand<CycleName, CycleRow> atHand;
    private final AtHand<String, CycleRow> latest;

    Cycles(
            Events events,
            Expectations expectations,
            PastCycles past,
            Municipalities municipalities,
            TransactionSynchronizationRegistry transaction) {
        this.atHand = new AtHand<>(transaction);
        this.latest = new AtHand<>(transaction);
        this.municipalities = municipalities;
        this.past = past;
        this.events = events;
        this.expectations = expectations;
    }

    /** The cycles of those names are about to be reported of: what there is of them, and of their owners' latest, is read at once. */
    public void readAhead(Collection<CycleName> names) {
        atHand.putAll(
                names,
                rows(getEntityManager()
                                .createNativeQuery(NAMED, CycleRow.class)
                                .setParameter("municipalities", array(names, CycleName::municipality))
                                .setParameter("ids", array(names, CycleName::id)))
                        .collect(Collectors.toMap(CycleRow::name, Function.identity())));
        readLatestAhead(names.stream().map(CycleName::municipality).collect(Collectors.toSet()));
    }

    /** The open cycles of those municipalities are about to be looked at. */
    public void readLatestAhead(Collection<String> owners) {
        Map<String, CycleRow> read = rows(getEntityManager()
                        .createNativeQuery(LATEST, CycleRow.class)
                        .setParameter("municipalities", array(owners, Function.identity())))
                .collect(Collectors.toMap(row -> row.municipality, Function.identity()));
        latest.putAll(owners, read);
        read.values().forEach(row -> atHand.put(row.name(), row));
    }

    /** How long the steps of those municipalities usually take is about to be asked for, and no cycle is folded before. */
    public void readUsualAhead(Collection<String> owners) {
        past.readAhead(owners, UsualDuration.MOST_CYCLES);
    }

    public Optional<Cycle> get(String municipality, String id) {
        return row(municipality, id).map(this::read);
    }

    /** The cycle that a stall is about: the one named; where no cycle began, the municipality's last. */
    public Optional<Cycle> of(String municipality, @Nullable String id) {
        return id == null ? latest(municipality) : get(municipality, id);
    }

    /** The cycle that the municipality waits for: its latest by start, unless that is complete. */
    public Optional<Cycle> open(String municipality) {
        return openRow(municipality).map(this::read);
    }

    /** The same where some of its cycles have just been folded: mostly it is one of them. */
    public Optional<Cycle> open(String municipality, List<Cycle> folded) {
        return folded.stream()
                .filter(cycle ->
                        row(municipality, cycle.id()).filter(CycleRow::isOpen).isPresent())
                .findFirst()
                .or(() -> open(municipality));
    }

    public Optional<Cycle> latest(String municipality) {
        return latestRow(municipality).map(this::read);
    }

    /** The municipality's last cycles, the latest first. */
    public List<Cycle> last(String municipality, int most) {
        return find(LATEST_FIRST, municipality).page(0, most).list().stream()
                .map(this::read)
                .toList();
    }

    /** How long the step usually takes at the municipality, from its last complete cycles. Empty when too few are known. */
    public Optional<Duration> usualDuration(String municipality, String step) {
        return UsualDuration.of(step, past.last(municipality, UsualDuration.MOST_CYCLES));
    }

    /** The chain that an event of the cycle must fit: the cycle's own, or for one not seen before the municipality's. */
    public List<String> chain(Municipality municipality, String cycle) {
        return row(municipality.id(), cycle)
                .map(row -> chain(municipality, row))
                .orElse(municipality.steps());
    }

    /** Folds the cycle anew from its events, opening it when it was not seen before. */
    public Cycle refold(Municipality municipality, String id) {
        return refold(municipality, id, events.of(municipality.id(), id));
    }

    /**
     * The same where its events are known.
     *
     * @param all each that is stored of it
     */
    public Cycle refold(Municipality municipality, String id, List<StepEvent> all) {
        CycleRow row = row(municipality.id(), id).orElseGet(() -> CycleRow.unseen(municipality.id(), id));
        Cycle cycle = fold(municipality, row, all);
        boolean staysLatest = row.state == CycleState.OPEN && row.startedAt.equals(cycle.startedAt());
        Optional<CycleRow> former = row.isSeen() ? Optional.empty() : formerOf(municipality.id(), cycle);
        row.become(cycle);
        former.ifPresent(before -> settle(before, row));
        persist(row);
        atHand.put(row.name(), row);
        if (!staysLatest && former.isEmpty()) {
            settle(municipality.id());
        }
        return cycle;
    }

    /** Sets when the open cycle is next to be looked at; null for never. One that was set aside is no longer. */
    public void lookAgainAt(String municipality, @Nullable Instant dueAt) {
        openRow(municipality).ifPresent(row -> row.lookAgainAt(dueAt));
    }

    /** The same of an open cycle that has been read. */
    public void lookAgainAt(Cycle open, @Nullable Instant dueAt) {
        row(open.municipality(), open.id()).ifPresent(row -> row.lookAgainAt(dueAt));
    }

    /**
     * Takes the open cycle out of the way if it is still due, until the time given or its next event. The row is not read:
     * it may be what is wrong.
     */
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        update(
                "setAside = ?1, dueAt = ?2 where municipality = ?3 and state = ?4 and dueAt <= ?5",
                Characters.line(reason),
                until,
                municipality,
                CycleState.OPEN,
                now);
    }

    /** The same of one whose due time was parked. */
    public void setAsideParked(String municipality, String reason, Instant until) {
        update(
                "setAside = ?1, dueAt = ?2 where municipality = ?3 and state = ?4 and dueAt is null",
                Characters.line(reason),
                until,
                municipality,
                CycleState.OPEN);
    }

    /** Why the municipality's open cycle cannot be processed; empty when it can. */
    public Optional<String> setAside(String municipality) {
        return openRow(municipality).map(row -> row.setAside);
    }

    /** The latest cycle before the one that is new, where it is at hand and did not begin at the same time. */
    private Optional<CycleRow> formerOf(String municipality, Cycle added) {
        return latest.get(municipality, Optional::empty).filter(row -> !row.startedAt.equals(added.startedAt()));
    }

    /**
     * Which cycle of a municipality is open follows from their starts alone. At no time are there two: Hibernate inserts before
     * it updates.
     */
    private void settle(CycleRow former, CycleRow added) {
        boolean isLater = added.startedAt.isAfter(former.startedAt);
        if (isLater && former.isOpen()) {
            former.isFollowed();
            flush();
        }
        isLatest(isLater ? added : former);
    }

    /** The same by all that is stored. */
    private void settle(String municipality) {
        CycleRow last = find(LATEST_FIRST, municipality).firstResult();
        list("municipality = ?1 and state = OPEN and pk <> ?2", municipality, last.pk)
                .forEach(CycleRow::isFollowed);
        flush();
        isLatest(last);
    }

    private void isLatest(CycleRow row) {
        row.state = row.completedAt == null ? CycleState.OPEN : CycleState.COMPLETED;
        latest.put(row.municipality, row);
    }

    private Cycle fold(Municipality municipality, CycleRow row, List<StepEvent> all) {
        Expectations.OfSteps expected = expectations.of(municipality);
        return CycleFold.fold(municipality.id(), row.id, chain(municipality, row), all, expected::of);
    }

    /** What a row can no longer say its events do. */
    private Cycle read(CycleRow row) {
        try {
            return row.cycle();
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "The cycle %s of %s cannot be read and is folded from its events", row.id, row.municipality);
            Municipality municipality = municipalities.get(row.municipality).orElseThrow(() -> e);
            return fold(municipality, row, events.of(row.municipality, row.id));
        }
    }

    private static List<String> chain(Municipality municipality, CycleRow row) {
        try {
            return row.isSeen() ? row.chain() : municipality.steps();
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "The cycle %s of %s no longer tells its chain", row.id, row.municipality);
            return municipality.steps();
        }
    }

    private Optional<CycleRow> row(String municipality, String id) {
        return atHand.get(new CycleName(municipality, id), () -> find("municipality = ?1 and id = ?2", municipality, id)
                .firstResultOptional());
    }

    private Optional<CycleRow> latestRow(String municipality) {
        return latest.get(municipality, () -> find(LATEST_FIRST, municipality).firstResultOptional());
    }

    private Optional<CycleRow> openRow(String municipality) {
        return latest.get(municipality, () -> find("municipality = ?1 and state = OPEN", municipality)
                        .firstResultOptional()
                        .or(() -> find(LATEST_FIRST, municipality).firstResultOptional()))
                .filter(row -> row.isOpen() || row.isUnsettled());
    }

    @SuppressWarnings("unchecked")
    private static Stream<CycleRow> rows(Query query) {
        return query.getResultList().stream();
    }

    private static <T> String[] array(Collection<T> of, Function<T, String> name) {
        return of.stream().map(name).toArray(String[]::new);
    }
}
