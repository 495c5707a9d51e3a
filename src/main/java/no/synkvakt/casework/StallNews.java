package no.synkvakt.casework;

import java.time.Duration;
import no.synkvakt.stall.Stall;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a stall, for who counts and logs. It is fired as a CDI event within the transaction that makes it so; they
 * listen after the commit.
 *
 * @param lag from the moment its step was due to the moment it was found; null when the engine reported what is wrong
 */
public record StallNews(Kind kind, Stall stall, @Nullable Duration lag) {

    /** What has become of it. */
    public enum Kind {
        OPENED,
        ESCALATED,
        RESOLVED
    }

    static StallNews of(Kind kind, Stall stall) {
        return new StallNews(kind, stall, null);
    }

    static StallNews opened(Stall stall) {
        Duration lag = Duration.between(stall.dueAt, stall.detectedAt);
        return new StallNews(Kind.OPENED, stall, lag.isNegative() ? null : lag);
    }
}
