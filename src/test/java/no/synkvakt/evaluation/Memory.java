package no.synkvakt.evaluation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Expectation.Basis;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.deadline.Learner;
import no.synkvakt.deadline.LearningBounds;
import no.synkvakt.deadline.Run;

/** What one way of setting limits remembers of one owner, and the limits that follow. */
final class Memory {

    private final Limits limits;
    private final List<OfStep> steps;

    private static final class OfStep {
        private final String step;
        private final Duration configured;
        private final LearningBounds bounds;
        private final Deque<Run> runs = new ArrayDeque<>();
        private Expectation expectation;

        private OfStep(String step, Duration configured) {
            this.step = step;
            this.configured = configured;
            bounds = LearningBounds.of(configured);
            expectation = new Expectation(configured, Basis.CONFIGURED, 0);
        }
    }

    Memory(Limits limits, Watched owner) {
        this.limits = limits;
        steps = owner.places().stream()
                .map(place -> new OfStep(place.step(), place.configured()))
                .toList();
    }

    Expectation of(String step) {
        return memoryOf(step).expectation;
    }

    /** The cycle is over, as far as it will be. */
    void learn(Cycle cycle, Set<String> stalled) {
        cycle.steps().stream().filter(run -> !run.isOpen()).forEach(run -> learn(run, stalled.contains(run.step())));
    }

    private void learn(StepRun done, boolean stalled) {
        OfStep memory = memoryOf(done.step());
        Duration took =
                Duration.between(Objects.requireNonNull(done.readyAt()), Objects.requireNonNull(done.finishedAt()));
        memory.runs.add(new Run(done.readyAt(), took, done.inferred(), stalled));
        if (memory.runs.size() > Learner.MOST) {
            memory.runs.remove();
        }
        memory.expectation = limits.rule()
                .apply(List.copyOf(memory.runs), memory.bounds)
                .map(limit -> new Expectation(limit, Basis.LEARNED, memory.runs.size()))
                .orElseGet(() -> new Expectation(memory.configured, Basis.CONFIGURED, 0));
    }

    private OfStep memoryOf(String step) {
        return steps.stream().filter(each -> each.step.equals(step)).findFirst().orElseThrow();
    }
}
