package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.ProblemException;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.Events;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Takes a ping: one line of a scheduled task that says how far a step is.
 *
 * <ol>
 *   <li>It belongs to the open cycle.
 *   <li>With no open cycle, or when the step was done there more than 6 hours ago, it opens a cycle of its own.
 *   <li>An earlier repeat changes nothing. So does a task's repeat of a later step of the cycle that is just complete: no
 *       cycle begins with it.
 * </ol>
 *
 * <p>Where what is stored of the municipality cannot be read, any step is taken for one of its chain: a task does not ask twice.
 */
@ApplicationScoped
public class PingIntake {

    private static final Duration REPEAT = Duration.ofHours(6);

    private final Municipalities municipalities;
    private final StepCatalogue catalogue;
    private final Events events;
    private final Cycles cycles;
    private final EventIntake intake;
    private final Clock clock;

    PingIntake(
            Municipalities municipalities,
            StepCatalogue catalogue,
            Events events,
            Cycles cycles,
            EventIntake intake,
            Clock clock) {
        this.municipalities = municipalities;
        this.catalogue = catalogue;
        this.events = events;
        this.cycles = cycles;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * What a ping led to.
     *
     * @param changed whether it was more than a repeat
     */
    public record Answer(String municipality, String cycle, String step, boolean changed) {}

    /**
     * Takes in that a step is done, has begun or has failed.
     *
     * @param step the id or label of a step
     * @return empty when no municipality has that key
     * @throws ProblemException 422 when the step is not in the municipality's chain
     */
    @Transactional
    public Optional<Answer> take(String pingKey, String step, EventType type, @Nullable Trouble trouble) {
        return municipalities
                .pingedBy(pingKey)
                .filter(municipalities::lockUnread)
                .map(municipality -> taken(municipality, step, type, trouble));
    }

    private Answer taken(String municipality, String step, EventType type, @Nullable Trouble trouble) {
        Instant now = clock.instant();
        Optional<Cycle> latest = cycles.latest(municipality);
        String id = stepId(municipality, latest, step);
        if (latest.isPresent() && isRepeat(latest.get(), id, now)) {
            return new Answer(municipality, latest.get().id(), id, false);
        }
        String cycle = latest.filter(open -> open.completedAt() == null && isOpen(open, id))
                .map(Cycle::id)
                .orElse("ping-" + now.truncatedTo(ChronoUnit.SECONDS));
        StepEvent event =
                new StepEvent(sourceOf(municipality), UUID.randomUUID().toString(), type, cycle, id, now, trouble);
        return answer(municipality, event, intake.take(municipality, List.of(event), now));
    }

    private static Answer answer(String municipality, StepEvent event, List<Receipt> receipts) {
        if (receipts.get(0) instanceof Receipt.Rejected rejected) {
            throw ProblemException.invalid(List.of(rejected.error()));
        }
        return new Answer(municipality, event.cycle(), String.valueOf(event.step()), true);
    }

    private String stepId(String municipality, Optional<Cycle> latest, String name) {
        List<String> chain = latest.filter(cycle -> cycle.completedAt() == null)
                .map(cycle -> cycle.steps().stream().map(StepRun::step).toList())
                .or(() -> municipalities.readable(municipality).map(Municipality::steps))
                .orElseGet(() -> catalogue.steps().stream().map(Step::id).toList());
        return catalogue
                .find(name)
                .map(Step::id)
                .filter(chain::contains)
                .orElseThrow(() -> ProblemException.invalid(
                        "step", name, "a step of this municipality's chain: " + String.join(", ", chain)));
    }

    private static boolean isOpen(Cycle cycle, String step) {
        return cycle.step(step).map(StepRun::isOpen).orElse(false);
    }

    private boolean isRepeat(Cycle latest, String step, Instant now) {
        boolean justDone = latest.step(step)
                .map(StepRun::finishedAt)
                .map(done -> !done.isBefore(now.minus(REPEAT)))
                .orElse(false);
        return justDone && (latest.completedAt() == null || isRepeatOfComplete(latest, step));
    }

    private boolean isRepeatOfComplete(Cycle latest, String step) {
        boolean first = latest.steps().get(0).step().equals(step);
        return !first && events.hasCompleted(sourceOf(latest.municipality()), latest.municipality(), latest.id(), step);
    }

    private static String sourceOf(String municipality) {
        return "/ping/" + municipality;
    }
}
