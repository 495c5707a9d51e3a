package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Diagnosis;
import no.synkvakt.stall.Finding;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a municipality's cycles have come to with its stall, and does what follows.
 *
 * <ol>
 *   <li>A stall is over when its step is done in its own cycle or a later one, or a later one has no such step; for a cycle
 *       that did not begin see {@link StartReview}.
 *   <li>What the open cycle's engine reports as wrong is raised at once; what is overdue, when the watcher looks.
 *   <li>The same step is the same stall; another step's takes its place.
 *   <li>The cycle is looked at again when its current step is due, unless that due time has been judged.
 * </ol>
 */
@ApplicationScoped
class CaseReview {

    private final Cycles cycles;
    private final Stalls stalls;
    private final Cases cases;
    private final Municipalities municipalities;
    private final StartReview starts;

    CaseReview(Cycles cycles, Stalls stalls, Cases cases, Municipalities municipalities, StartReview starts) {
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.stalls = stalls;
        this.cases = cases;
        this.starts = starts;
    }

    /** After reports came, or expectations changed: the cycles given have been folded anew. */
    void afterChange(Municipality municipality, List<Cycle> folded, Instant now) {
        Optional<Stall> before = stalls.open(municipality.id());
        Optional<Stall> over =
                before.filter(stall -> folded.stream().anyMatch(cycle -> isOver(municipality, stall, cycle)));
        over.ifPresent(stall -> cases.resolve(municipality, stall, now));
        Optional<Stall> lasting = over.isPresent() ? Optional.empty() : before;
        Optional<Cycle> open = cycles.open(municipality.id(), folded);
        Optional<Finding> finding = open.flatMap(Diagnosis::reported);
        finding.ifPresent(found -> act(municipality, open.get(), lasting, found, now));
        Optional<Stall> stall = finding.isPresent() ? stalls.open(municipality.id()) : lasting;
        open.ifPresent(cycle -> lookAgain(municipality, cycle, stall));
        starts.lookAgain(municipality, stall, now);
    }

    /** When the watcher looks at the open cycle: what is due may have become overdue. */
    void whenDue(Municipality municipality, Instant now) {
        cycles.open(municipality.id()).ifPresent(open -> {
            Diagnosis.at(now, open)
                    .ifPresent(finding -> act(municipality, open, stalls.open(municipality.id()), finding, now));
            stalls.open(municipality.id())
                    .filter(stall -> stall.hasNotHelped(now))
                    .filter(stall -> open.current().map(StepRun::step).equals(Optional.ofNullable(stall.step)))
                    .ifPresent(stall -> cases.handOver(municipality, stall, now));
            lookAgain(municipality, open);
        });
    }

    /** When the clock is to do something about the stall: nobody has solved it. */
    void whenUnsolved(Municipality municipality, Instant now) {
        stalls.open(municipality.id()).ifPresent(stall -> {
            if (stall.isToEscalate(now)) {
                cases.handOver(municipality, stall, now);
            } else if (stall.isToRemind(now)) {
                cases.remind(municipality, stall, now);
            }
            stall.lookAgain();
        });
    }

    /** Sets when the watcher is to look at the open cycle again. */
    void lookAgain(Municipality municipality, Cycle open) {
        lookAgain(municipality, open, stalls.open(municipality.id()));
    }

    private void lookAgain(Municipality municipality, Cycle open, Optional<Stall> stall) {
        @Nullable
        Instant next = municipalities.isParked(municipality.id())
                ? null
                : open.current().map(run -> nextLook(run, stall)).orElse(null);
        cycles.lookAgainAt(open, next);
    }

    /** Sets anew when the watcher is to look at what there is of the municipality, if it is to at all. */
    void judgeLater(Municipality municipality, Instant now) {
        cycles.open(municipality.id()).ifPresent(open -> lookAgain(municipality, open));
        boolean parked = municipalities.isParked(municipality.id());
        stalls.open(municipality.id()).ifPresent(stall -> stall.lookAgain(parked));
        starts.lookAgain(municipality, now);
    }

    private static @Nullable Instant nextLook(StepRun current, Optional<Stall> open) {
        Optional<Stall> its = open.filter(stall -> current.step().equals(stall.step));
        @Nullable Instant due = current.state() == StepState.CURRENT ? current.dueAt() : null;
        if (due != null && its.map(stall -> due.isAfter(stall.judgedUntil)).orElse(true)) {
            return due;
        }
        return its.filter(stall -> stall.state == StallState.ACKNOWLEDGED)
                .map(stall -> stall.afterQuiet(stall.dueAt))
                .orElse(null);
    }

    private void act(Municipality municipality, Cycle cycle, Optional<Stall> open, Finding finding, Instant now) {
        if (open.isEmpty()) {
            cases.raise(municipality, cycle, finding, now);
        } else if (!Objects.equals(finding.step(), open.get().step)) {
            cases.replace(municipality, open.get(), cycle, finding, now);
        } else if (isNews(open.get(), cycle, finding)) {
            cases.change(municipality, open.get(), cycle, finding, now);
        }
    }

    private static boolean isNews(Stall stall, Cycle cycle, Finding finding) {
        return stall.verdict != finding.verdict()
                || !Objects.equals(stall.trouble, finding.trouble())
                || !cycle.id().equals(stall.cycle)
                || finding.dueAt().isAfter(stall.judgedUntil);
    }

    private boolean isOver(Municipality municipality, Stall stall, Cycle cycle) {
        return stall.isMissedCycle() ? starts.isOver(municipality, stall, cycle) : isOver(stall, cycle);
    }

    private boolean isOver(Stall stall, Cycle cycle) {
        return isInOrAfter(stall, cycle)
                && cycle.step(String.valueOf(stall.step))
                        .map(run -> !run.isOpen())
                        .orElse(true);
    }

    private boolean isInOrAfter(Stall stall, Cycle cycle) {
        if (stall.cycle == null || cycle.id().equals(stall.cycle)) {
            return true;
        }
        return cycles.get(stall.municipality, stall.cycle)
                .map(its -> cycle.startedAt().isAfter(its.startedAt()))
                .orElse(true);
    }
}
