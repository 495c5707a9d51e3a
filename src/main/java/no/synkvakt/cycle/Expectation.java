package no.synkvakt.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take from the moment it is ready, and how that is known.
 *
 * @param samples from how many runs it was learned; 0 when it was not
 * @param median how long the step usually takes; null when the expectation was not learned
 * @param spread how far from that its runs usually are; null when the expectation was not learned
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
        @Nullable Expectation shadow) {

    /** One that was not learned, or of which the numbers are not known. */
    public Expectation(Duration duration, Basis basis, int samples) {
        this(duration, basis, samples, null, null, null);
    }

    /** The same, with what would hold if learned expectations did. */
    public Expectation beside(@Nullable Expectation wouldHold) {
        return new Expectation(duration, basis, samples, median, spread, wouldHold);
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
