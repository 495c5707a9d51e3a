package no.synkvakt.cycle;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the state of a cycle from its events.
 *
 * <ol>
 *   <li>The events are taken in the order of (time, source, id), whatever the order of their arrival.
 *   <li>The first one opens the cycle. The first step is ready then, each other one when the step before it is done.
 *   <li>A step that starts, completes, fails or is held shows that all before it are done: those still open are closed at
 *       that time, marked as inferred until their own report comes.
 *   <li>A step that starts after it failed or was held is ready anew.
 *   <li>Done is final; of later reports only the true end of an inferred one counts.
 *   <li>The last step done, or the end of the cycle, completes the cycle.
 * </ol>
 */
public final class CycleFold {

    private final Instant startedAt;
    private final List<FoldedStep> steps;
    private @Nullable Instant completedAt;

    private CycleFold(Instant startedAt, List<String> chain) {
        this.startedAt = startedAt;
        this.steps = chain.stream().map(FoldedStep::new).toList();
        steps.get(0).ready(startedAt);
    }

    /**
     * What a cycle's events come to.
     *
     * @param chain the ids of the cycle's steps, in order
     * @param events the cycle's events, at least one, in any order
     * @param expected how long a step, given by its id, may take from a given time on; one that is not ready yet is judged as if
     *     it were since the cycle started
     */
    public static Cycle fold(
            String municipality,
            String id,
            List<String> chain,
            Collection<StepEvent> events,
            BiFunction<String, Instant, Expectation> expected) {
        List<StepEvent> ordered = events.stream().sorted(StepEvent.IN_ORDER).toList();
        CycleFold fold = new CycleFold(ordered.get(0).time(), chain);
        ordered.forEach(fold::take);
        return fold.cycle(municipality, id, expected);
    }

    private void take(StepEvent event) {
        if (event.type() == EventType.CYCLE_COMPLETED) {
            closeBefore(steps.size(), event.time());
        } else if (event.step() != null) {
            takeStep(positionOf(event.step()), event);
        }
        if (completedAt == null && steps.stream().noneMatch(FoldedStep::isOpen)) {
            completedAt = event.time();
        }
    }

    private void takeStep(int position, StepEvent event) {
        if (position < 0) {
            return;
        }
        closeBefore(position, event.time());
        if (steps.get(position).take(event)) {
            readyAfter(position, event.time());
        }
    }

    private void closeBefore(int position, Instant time) {
        for (int earlier = 0; earlier < position; earlier++) {
            if (steps.get(earlier).infer(time)) {
                readyAfter(earlier, time);
            }
        }
    }

    private void readyAfter(int position, Instant time) {
        if (position + 1 < steps.size()) {
            steps.get(position + 1).ready(time);
        }
    }

    private int positionOf(String step) {
        return IntStream.range(0, steps.size())
                .filter(position -> steps.get(position).id.equals(step))
                .findFirst()
                .orElse(-1);
    }

    private Cycle cycle(String municipality, String id, BiFunction<String, Instant, Expectation> expected) {
        List<StepRun> runs = steps.stream()
                .map(step -> step.run(expected.apply(step.id, step.readySince(startedAt))))
                .toList();
        return new Cycle(municipality, id, startedAt, completedAt, runs);
    }
}
