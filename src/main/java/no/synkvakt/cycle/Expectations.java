package no.synkvakt.cycle;

import java.time.Instant;
import no.synkvakt.municipality.Municipality;

/** Says how long a step may take at a municipality. */
@FunctionalInterface
public interface Expectations {

    /**
     * The expectation, and on what basis it is known.
     *
     * @param step the step's id
     * @param readyAt when the step can begin: the same step may take longer in one season than in another
     */
    Expectation of(Municipality municipality, String step, Instant readyAt);
}
