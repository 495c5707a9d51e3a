package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import no.synkvakt.base.ProblemException;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.Events;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.StepRun;
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

    /** What became of a ping among others. */
    sealed interface Outcome {

        /** Durable once the transaction is. Empty when no municipality has the key. */
        record Answered(Optional<Ping.Answer> answer) implements Outcome {}

        record Refused(ProblemException why) implements Outcome {}

        /** Nothing: somebody else holds the lock, or there was another ping of the same municipality. */
        record Left() implements Outcome {}
    }

    /** What a ping comes to: the event, or null where it is a repeat that changes nothing. */
    private record Meaning(Ping.Answer answer, @Nullable StepEvent event) {}

    /**
     * Takes a ping.
     *
     * @return empty when no municipality has that key
     * @throws ProblemException 422 when the step is not in the municipality's chain
     */
    @Transactional
    public Optional<Ping.Answer> take(Ping ping) {
        return Optional.ofNullable(municipalities.pingedBy(List.of(ping.key())).get(ping.key()))
                .filter(municipalities::lockUnread)
                .map(owner -> taken(owner, ping));
    }

    private Ping.Answer taken(String owner, Ping ping) {
        Instant now = clock.instant();
        Meaning meaning = meaning(owner, ping, now);
        if (meaning.event() != null
                && intake.take(owner, List.of(meaning.event()), now).get(0) instanceof Receipt.Rejected rejected) {
            throw ProblemException.invalid(List.of(rejected.error()));
        }
        return meaning.answer();
    }

    /** The same of many, in their order: of each municipality whose lock nobody holds the first. */
    @Transactional
    List<Outcome> takeFree(List<Ping> pings) {
        Instant now = clock.instant();
        Map<String, String> owners =
                municipalities.pingedBy(pings.stream().map(Ping::key).toList());
        Set<String> locked = municipalities.lockFree(new TreeSet<>(owners.values()));
        cycles.readLatestAhead(locked);
        Set<String> free = new TreeSet<>(locked);
        Map<String, List<StepEvent>> news = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        pings.forEach(ping -> outcomes.add(outcome(owners.get(ping.key()), ping, free, news, now)));
        intake.take(news.keySet(), news, now).values().stream()
                .flatMap(List::stream)
                .filter(Receipt.Rejected.class::isInstance)
                .forEach(refused -> {
                    throw new IllegalStateException("a ping's own event is refused: " + refused);
                });
        return outcomes;
    }

    private Outcome outcome(
            @Nullable String owner, Ping ping, Set<String> free, Map<String, List<StepEvent>> news, Instant now) {
        if (owner == null) {
            return new Outcome.Answered(Optional.empty());
        }
        if (!free.remove(owner)) {
            return new Outcome.Left();
        }
        try {
            Meaning meaning = meaning(owner, ping, now);
            if (meaning.event() != null) {
                news.put(owner, List.of(meaning.event()));
            }
            return new Outcome.Answered(Optional.of(meaning.answer()));
        } catch (ProblemException e) {
            return new Outcome.Refused(e);
        }
    }

    private Meaning meaning(String owner, Ping ping, Instant now) {
        Optional<Cycle> latest = cycles.latest(owner);
        String step = stepId(owner, latest, ping.step());
        if (latest.isPresent() && isRepeat(latest.get(), step, now)) {
            return new Meaning(new Ping.Answer(owner, latest.get().id(), step, false), null);
        }
        String cycle = latest.filter(open -> open.completedAt() == null && isOpen(open, step))
                .map(Cycle::id)
                .orElse("ping-" + now.truncatedTo(ChronoUnit.SECONDS));
        StepEvent event = new StepEvent(
                sourceOf(owner), UUID.randomUUID().toString(), ping.type(), cycle, step, now, ping.trouble());
        return new Meaning(new Ping.Answer(owner, cycle, step, true), event);
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
