package no.synkvakt.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a municipality's chain has come to: the fold of its events.
 *
 * @param id the engine's name of the cycle
 * @param startedAt the time of its first event
 * @param steps the chain as it was when the cycle opened
 */
public record Cycle(
        String municipality,
        String id,
        Instant startedAt,
        @Nullable Instant completedAt,
        List<StepRun> steps) {

    /** The step that the cycle waits for: the first open one. Empty when all are done. */
    public Optional<StepRun> current() {
        return steps.stream().filter(StepRun::isOpen).findFirst();
    }

    public Optional<StepRun> step(String id) {
        return steps.stream().filter(run -> run.step().equals(id)).findFirst();
    }
}
