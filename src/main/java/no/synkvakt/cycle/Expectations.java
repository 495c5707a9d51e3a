package no.synkvakt.cycle;

import no.synkvakt.municipality.Municipality;

/** Says how long a step may take at a municipality. */
@FunctionalInterface
public interface Expectations {

    /**
     * The expectation, and on what basis it is known.
     *
     * @param step the step's id
     */
    Expectation of(Municipality municipality, String step);
}
