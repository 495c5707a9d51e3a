package no.synkvakt.cycle;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One report of what happened in a cycle.
 *
 * @param source who reports, together with {@code id} the event's identity (CloudEvents 1.0)
 * @param cycle the engine's name of the cycle
 * @param step the id of the step; null when the report is of the whole cycle
 * @param time when it happened
 * @param trouble what is said of a failed or held step
 */
public record StepEvent(
        String source,
        String id,
        EventType type,
        String cycle,
        @Nullable String step,
        Instant time,
        @Nullable Trouble trouble) {

    /** The order in which a cycle's events are folded, whatever the order of their arrival. */
    public static final Comparator<StepEvent> IN_ORDER = Comparator.comparing(StepEvent::time)
            .thenComparing(StepEvent::source)
            .thenComparing(StepEvent::id);
}
