package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.deadline.ExpectedStart;
import no.synkvakt.deadline.ExpectedStarts;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Schedule;
import no.synkvakt.stall.Finding;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Stalls;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a municipality's cycle began when it should have.
 *
 * <ol>
 *   <li>Nobody misses a cycle who was never seen, who has no schedule, or who has one open.
 *   <li>Where something stands still already, nothing is added to it.
 *   <li>It is over when a cycle comes that counts as the one missed, or a later one; a late report of an older cycle is neither.
 * </ol>
 */
@ApplicationScoped
class StartReview {

    private static final Logger LOG = Logger.getLogger(StartReview.class);

    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Stalls stalls;
    private final ExpectedStarts starts;
    private final Cases cases;
    private final Silences silences;

    StartReview(
            Municipalities municipalities,
            Cycles cycles,
            Stalls stalls,
            ExpectedStarts starts,
            Cases cases,
            Silences silences) {
        this.silences = silences;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.stalls = stalls;
        this.starts = starts;
        this.cases = cases;
    }

    /** When the watcher looks at it: a cycle should have begun by now, or what was done about it should have helped. */
    void whenDue(Municipality municipality, Instant now) {
        Optional<Stall> open = stalls.open(municipality.id());
        if (open.isEmpty()) {
            expected(municipality)
                    .filter(start -> !start.dueAt().isAfter(now))
                    .map(start -> Finding.missed(start.at(), start.dueAt()))
                    .ifPresent(finding -> cases.raiseMissed(municipality, finding, now));
        }
        open.filter(Stall::isMissedCycle)
                .filter(stall -> stall.hasNotHelped(now))
                .ifPresent(stall -> cases.handOver(municipality, stall, now));
        municipalities.lookForStartAt(municipality.id(), nextLook(municipality, stalls.open(municipality.id())));
    }

    /** Whether the cycle shows that the start which was missed has come after all. */
    boolean isOver(Municipality municipality, Stall stall, Cycle cycle) {
        return starts.isMade(municipality.schedule(), stall.since, cycle);
    }

    /**
     * Sets when the watcher is to look: in the commit of whatever may change it. A schedule that cannot be read stops nothing;
     * the watcher looks at once, and sets it aside.
     */
    void lookAgain(Municipality municipality, Instant now) {
        lookAgain(municipality, stalls.open(municipality.id()), now);
    }

    /** The same where the municipality's open stall is known. */
    void lookAgain(Municipality municipality, Optional<Stall> open, Instant now) {
        @Nullable Instant next;
        try {
            next = nextLook(municipality, open);
        } catch (IllegalArgumentException e) {
            LOG.debugf(e, "The schedule of %s cannot be read", municipality.id());
            next = now;
        }
        municipalities.lookForStartAt(municipality.id(), next);
    }

    private @Nullable Instant nextLook(Municipality municipality, Optional<Stall> open) {
        if (municipalities.isParked(municipality.id())) {
            return null;
        }
        return open.map(StartReview::nextLookAt)
                .orElseGet(() -> expected(municipality).map(ExpectedStart::dueAt))
                .orElse(null);
    }

    private static Optional<Instant> nextLookAt(Stall stall) {
        return Optional.of(stall)
                .filter(open -> open.isMissedCycle() && open.state == StallState.ACKNOWLEDGED)
                .map(open -> open.afterQuiet(open.dueAt));
    }

    private Optional<ExpectedStart> expected(Municipality municipality) {
        @Nullable Schedule schedule = municipality.schedule();
        if (schedule == null) {
            return Optional.empty();
        }
        Instant since = municipalities.scheduledSince(municipality.id()).orElse(Instant.MAX);
        return cycles.latest(municipality.id())
                .filter(cycle -> cycle.completedAt() != null)
                .flatMap(cycle -> starts.next(schedule, since, cycle))
                .map(start -> start.notDuring(silences.of(municipality.id(), start.at())));
    }
}
