package no.synkvakt.evaluation;

import java.time.Instant;
import java.util.Optional;

/**
 * A step was called a stall.
 *
 * @param until when it was heard to be done, or the next cycle took its place
 * @param right the true stall it told of; empty when the step did not stand still then: a false alarm. One that told of the wrong
 *     step is false, too
 */
record Alarm(Watched owner, Watched.Place place, Instant at, Instant until, Optional<TrueStall> right) {}
