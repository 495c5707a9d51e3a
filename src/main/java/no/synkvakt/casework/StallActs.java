package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.AuditEntry.Deed;
import no.synkvakt.casework.AuditTrail.Subject;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.Expectations;
import no.synkvakt.deadline.ExpectedStarts;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/** What people do about a stall. A second press changes nothing more. */
@ApplicationScoped
public class StallActs {

    private static final Duration LONGEST_QUIET = Duration.ofDays(31);

    private final Stalls stalls;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Expectations expectations;
    private final Cases cases;
    private final CaseReview review;
    private final StartReview starts;
    private final ExpectedStarts expectedStarts;
    private final AuditTrail audit;
    private final Clock clock;

    StallActs(
            Stalls stalls,
            Municipalities municipalities,
            Cycles cycles,
            Expectations expectations,
            Cases cases,
            CaseReview review,
            StartReview starts,
            ExpectedStarts expectedStarts,
            AuditTrail audit,
            Clock clock) {
        this.stalls = stalls;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.expectations = expectations;
        this.cases = cases;
        this.review = review;
        this.starts = starts;
        this.expectedStarts = expectedStarts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody has acted: the step has its expected duration once more from now, or a cycle the grace to begin. On a stall that is with support this is
     * only recorded; said again with nothing new, it is nothing.
     *
     * @throws ProblemException 404 when there is no such stall, 409 when it is resolved
     */
    @Transactional
    public void acknowledge(UUID id, Act.Side side, String by, @Nullable String note) {
        Instant now = clock.instant();
        Locked locked = lock(id);
        Stall stall = locked.stall();
        if (stall.isSaid(note)) {
            return;
        }
        Act act = new Act(now, Act.Kind.ACKNOWLEDGED, side, by, note);
        cases.acknowledge(locked.municipality(), stall, act, dueAfter(locked, now));
        record(act, stall, Deed.STALL_ACKNOWLEDGED);
        lookAgain(locked, now);
    }

    /**
     * Hands the stall to support.
     *
     * @param side who does so: support takes it over, or its admin asks for help
     * @throws ProblemException 404 when there is no such stall, 409 when it is resolved
     */
    @Transactional
    public void escalate(UUID id, Act.Side side, String by, @Nullable String note) {
        Locked locked = lock(id);
        Act act = new Act(clock.instant(), Act.Kind.ESCALATED, side, by, note);
        if (locked.stall().state != StallState.ESCALATED) {
            record(act, locked.stall(), Deed.STALL_ESCALATED);
        }
        cases.escalate(locked.municipality(), locked.stall(), act);
        lookAgain(locked, act.at());
    }

    /**
     * Nobody is reminded, and the clock hands nothing to support, until the time given. What is due then is done then; an
     * all-clear comes all the same.
     *
     * @throws ProblemException 404 when there is no such stall, 409 when it is resolved, 422 when the time is past or too far
     *     ahead
     */
    @Transactional
    public void silence(UUID id, Act.Side side, String by, Instant until) {
        Instant now = clock.instant();
        Locked locked = lock(id);
        Stall stall = locked.stall();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_QUIET))) {
            throw ProblemException.invalid("until", until.toString(), "a later time, at most 31 days ahead");
        }
        if (!until.equals(stall.quietUntil)) {
            stall.quietUntil = until;
            Act act = new Act(now, Act.Kind.SILENCED, side, by, until.toString());
            stall.record(act);
            record(act, stall, Deed.STALL_SILENCED);
            stall.lookAgain();
            lookAgain(locked, now);
        }
    }

    private void record(Act act, Stall stall, Deed deed) {
        @Nullable String until = deed == Deed.STALL_SILENCED ? act.note() : null;
        audit.record(act.by(), deed, new Subject(stall.municipality, stall.id.toString(), until), act.at());
    }

    private Instant dueAfter(Locked locked, Instant now) {
        @Nullable String step = locked.stall().step;
        return step == null
                ? expectedStarts.seenUntil(now)
                : expectations.of(locked.municipality(), step, now).dueAt(now);
    }

    private void lookAgain(Locked locked, Instant now) {
        starts.lookAgain(locked.municipality(), now);
        cycles.open(locked.stall().municipality).ifPresent(open -> review.lookAgain(locked.municipality(), open));
    }

    private record Locked(Municipality municipality, Stall stall) {}

    private Locked lock(UUID id) {
        String owner = stalls.municipalityOf(id).orElseThrow(() -> Stalls.unknown(id.toString()));
        Municipality municipality = municipalities.lock(owner).orElseThrow(() -> isResolved(id));
        Stall stall = stalls.findById(id).readable();
        if (stall.isResolved()) {
            throw isResolved(id);
        }
        return new Locked(municipality, stall);
    }

    private static ProblemException isResolved(UUID id) {
        return ProblemException.conflict(
                "The stall " + id + " is resolved; there is nothing left to act on.",
                new FieldError("state", StallState.RESOLVED.name(), "OPEN, ACKNOWLEDGED or ESCALATED"));
    }
}
