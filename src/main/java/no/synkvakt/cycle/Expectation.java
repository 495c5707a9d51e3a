package no.synkvakt.cycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * How long a step may take from the moment it is ready, and how that is known.
 *
 * @param samples from how many runs it was learned; 0 when it was not
 */
@RegisterForReflection
public record Expectation(Duration duration, Basis basis, int samples) {

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
