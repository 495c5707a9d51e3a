package no.synkvakt.cycle;

import java.time.Instant;
import java.util.Collection;
import no.synkvakt.municipality.Municipality;

/** Says how long a step may take at a municipality. */
@FunctionalInterface
public interface Expectations {

    /** The expectations of a municipality's steps; what has to be looked up for them is looked up once. */
    OfSteps of(Municipality municipality);

    /**
     * Many municipalities are about to be asked about one by one.
     *
     * @param since when the steps asked about can begin at the earliest, mostly
     */
    default void readAhead(Collection<String> municipalities, Instant since) {}

    /** What {@link #of(Municipality)} says of one step. */
    default Expectation of(Municipality municipality, String step, Instant readyAt) {
        return of(municipality).of(step, readyAt);
    }

    /** Says how long each step may take at one municipality. */
    @FunctionalInterface
    interface OfSteps {

        /**
         * The expectation, and on what basis it is known.
         *
         * @param step the step's id
         * @param readyAt when the step can begin: the same step may take longer in one season than in another
         */
        Expectation of(String step, Instant readyAt);
    }
}
