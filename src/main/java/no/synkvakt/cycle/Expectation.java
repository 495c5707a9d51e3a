package no.synkvakt.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take from the moment it is ready, and how that is known.
 *
 * @param samples from how many runs it was learned; 0 when it was not
 * @param median how long the step usually takes; null when the expectation was not learned
 * @param spread how far from that its runs usually are; null when the expectation was not learned
 * @param paused how long of maintenance does not count; null when there was none
 * @param shadow the learned expectation that would hold if learned ones did; null when there is none, or it holds
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Expectation(
        Duration duration,
        Basis basis,
        int samples,
        @Nullable Duration median,
        @Nullable Duration spread,
        @Nullable Duration paused,
        @Nullable Expectation shadow) {

    /** One that was not learned, or of which the numbers are not known. */
    public Expectation(Duration duration, Basis basis, int samples) {
        this(duration, basis, samples, null, null, null, null);
    }

    /** The same, with what would hold if learned expectations did. */
    public Expectation beside(@Nullable Expectation wouldHold) {
        return new Expectation(duration, basis, samples, median, spread, paused, wouldHold);
    }

    /** The same for a time at which steps may take longer. */
    public Expectation widened(UnaryOperator<Duration> widen) {
        return new Expectation(
                widen.apply(duration),
                basis,
                samples,
                median,
                spread,
                paused,
                shadow == null ? null : shadow.widened(widen));
    }

    /** The same where so long does not count. */
    public Expectation pausedFor(Duration maintenance) {
        return maintenance.isZero()
                ? this
                : new Expectation(
                        duration,
                        basis,
                        samples,
                        median,
                        spread,
                        maintenance,
                        shadow == null ? null : shadow.pausedFor(maintenance));
    }

    /** When a step is due that is ready at the time given. */
    public Instant dueAt(Instant readyAt) {
        return readyAt.plus(duration).plus(paused == null ? Duration.ZERO : paused);
    }

    /** How an expectation is known. */
    public enum Basis {
        /** The catalogue's default or the setting for everyone. */
        CONFIGURED,
        /** The municipality's own. */
        OVERRIDDEN,
        /** Learned from the municipality's own runs. */
        LEARNED
    }
}
