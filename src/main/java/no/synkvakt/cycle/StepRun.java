package no.synkvakt.cycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of one cycle.
 *
 * @param step the step's id
 * @param readyAt when the step before it was done (for the first, when the cycle started), or when it was started again
 *     after it had failed or been held
 * @param startedAt when it reported that it had begun
 * @param inferred its own report of the end was lost; {@code finishedAt} is the time of the later report that shows it
 * @param dueAt {@code readyAt} plus the expected duration
 * @param trouble what the engine said when it failed or was held
 * @param wasStopped it failed or was held on the way, whatever came of it; left out of what is stored when it was not
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepRun(
        String step,
        StepState state,
        @Nullable Instant readyAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean inferred,
        Expectation expected,
        @Nullable Instant dueAt,
        @Nullable Trouble trouble,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean wasStopped) {

    /** One that was never stopped. */
    public StepRun(
            String step,
            StepState state,
            @Nullable Instant readyAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            boolean inferred,
            Expectation expected,
            @Nullable Instant dueAt,
            @Nullable Trouble trouble) {
        this(step, state, readyAt, startedAt, finishedAt, inferred, expected, dueAt, trouble, false);
    }

    @JsonIgnore
    public boolean isOpen() {
        return state != StepState.DONE;
    }

    /** Whether it ended later than it was due, or was stopped on the way: no example of how long the step takes. */
    @JsonIgnore
    public boolean isStalled() {
        return wasStopped || (finishedAt != null && dueAt != null && finishedAt.isAfter(dueAt));
    }
}
