package no.synkvakt.stall;

import java.time.Instant;
import no.synkvakt.cycle.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What is found wrong with a municipality's cycle, or that none began, at one time.
 *
 * @param step the id of the step that the cycle waits for; null when it is that no cycle began
 * @param since when the step was ready; when the cycle should have begun
 * @param dueAt when it should have been done, or begun at the latest
 */
public record Finding(
        @Nullable String step,
        Verdict verdict,
        Instant since,
        Instant dueAt,
        @Nullable Trouble trouble) {

    /** That no cycle began. */
    public static Finding missed(Instant scheduled, Instant dueAt) {
        return new Finding(null, Verdict.MISSED, scheduled, dueAt, null);
    }
}
