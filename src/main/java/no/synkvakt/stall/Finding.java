package no.synkvakt.stall;

import java.time.Instant;
import no.synkvakt.cycle.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What is found wrong with a cycle at one time.
 *
 * @param step the id of the step that the cycle waits for
 * @param since when the step was ready
 * @param dueAt when it should have been done
 */
public record Finding(
        String step,
        Verdict verdict,
        Instant since,
        Instant dueAt,
        @Nullable Trouble trouble) {}
