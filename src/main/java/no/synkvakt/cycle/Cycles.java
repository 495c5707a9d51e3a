package no.synkvakt.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.synkvakt.base.Characters;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The cycles, each kept as the fold of its events. Every writer holds the municipality's lock. */
@ApplicationScoped
public class Cycles {

    private static final Logger LOG = Logger.getLogger(Cycles.class);

    private final Events events;
    private final Expectations expectations;
    private final PastRuns past;
    private final Municipalities municipalities;
    private final CycleRows rows;

    Cycles(Events events, Expectations expectations, PastRuns past, Municipalities municipalities, CycleRows rows) {
        this.rows = rows;
        this.municipalities = municipalities;
        this.past = past;
        this.events = events;
        this.expectations = expectations;
    }

    /** The cycles of those names are about to be reported of: what there is of them, and of their owners' latest, is read at once. */
    public void readAhead(Collection<CycleName> names) {
        rows.readAhead(names);
    }

    /** The open cycles of those municipalities are about to be looked at. */
    public void readLatestAhead(Collection<String> owners) {
        rows.readLatestAhead(owners);
    }

    /** How long their current steps usually take is about to be asked of those municipalities, and no cycle is folded before. */
    public void readUsualAhead(Collection<String> owners) {
        List<PastRuns.Of> current = owners.stream()
                .flatMap(owner ->
                        open(owner).flatMap(Cycle::current).stream().map(run -> new PastRuns.Of(owner, run.step())))
                .toList();
        past.readAhead(current, UsualDuration.MOST_CYCLES);
    }

    public Optional<Cycle> get(String municipality, String id) {
        return rows.get(municipality, id).map(this::read);
    }

    /** The cycle that a stall is about: the one named; where no cycle began, the municipality's last. */
    public Optional<Cycle> of(String municipality, @Nullable String id) {
        return id == null ? latest(municipality) : get(municipality, id);
    }

    /** The cycle that the municipality waits for: its latest by start, unless that is complete. */
    public Optional<Cycle> open(String municipality) {
        return rows.open(municipality).map(this::read);
    }

    /** The same where some of its cycles have just been folded: mostly it is one of them. */
    public Optional<Cycle> open(String municipality, List<Cycle> folded) {
        return folded.stream()
                .filter(cycle -> rows.get(municipality, cycle.id())
                        .filter(CycleRow::isOpen)
                        .isPresent())
                .findFirst()
                .or(() -> open(municipality));
    }

    public Optional<Cycle> latest(String municipality) {
        return rows.latest(municipality).map(this::read);
    }

    /** The municipality's last cycles, the latest first. */
    public List<Cycle> last(String municipality, int most) {
        return rows.last(municipality, most).stream().map(this::read).toList();
    }

    /** How long the step usually takes at the municipality, from its last complete cycles. Empty when too few are known. */
    public Optional<Duration> usualDuration(String municipality, String step) {
        return UsualDuration.of(past.last(new PastRuns.Of(municipality, step), UsualDuration.MOST_CYCLES));
    }

    /** The chain that an event of the cycle must fit: the cycle's own, or for one not seen before the municipality's. */
    public List<String> chain(Municipality municipality, String cycle) {
        return rows.get(municipality.id(), cycle)
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
        CycleRow row = rows.get(municipality.id(), id).orElseGet(() -> CycleRow.unseen(municipality.id(), id));
        Cycle cycle = fold(municipality, row, all);
        rows.become(row, cycle);
        return cycle;
    }

    /** Sets when the open cycle is next to be looked at; null for never. One that was set aside is no longer. */
    public void lookAgainAt(String municipality, @Nullable Instant dueAt) {
        rows.open(municipality).ifPresent(row -> row.lookAgainAt(dueAt));
    }

    /** The same of an open cycle that has been read. */
    public void lookAgainAt(Cycle open, @Nullable Instant dueAt) {
        rows.get(open.municipality(), open.id()).ifPresent(row -> row.lookAgainAt(dueAt));
    }

    /**
     * Takes the open cycle out of the way if it is still due, until the time given or its next event. The row is not read:
     * it may be what is wrong.
     */
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        rows.update(
                "setAside = ?1, dueAt = ?2 where municipality = ?3 and state = ?4 and dueAt <= ?5",
                Characters.line(reason),
                until,
                municipality,
                CycleState.OPEN,
                now);
    }

    /** The same of one whose due time was parked. */
    public void setAsideParked(String municipality, String reason, Instant until) {
        rows.update(
                "setAside = ?1, dueAt = ?2 where municipality = ?3 and state = ?4 and dueAt is null",
                Characters.line(reason),
                until,
                municipality,
                CycleState.OPEN);
    }

    /** Why the municipality's open cycle cannot be processed; empty when it can. */
    public Optional<String> setAside(String municipality) {
        return rows.open(municipality).map(row -> row.setAside);
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
}
