package no.synkvakt.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.synkvakt.cycle.StepEvent;

/**
 * One owner's night as it was, and as it was heard of.
 *
 * @param next when the next cycle takes its place
 * @param heard in the order of arrival
 * @param stall at most one: what stands behind it waits
 * @param silence when the owner's engine was not heard; what it reported then came at its end
 */
record TrueNight(
        Watched owner,
        Instant start,
        Instant next,
        List<Heard> heard,
        Optional<TrueStall> stall,
        Optional<Silence> silence) {

    /** A report, and when it arrived. */
    record Heard(StepEvent event, Instant at) {}

    /** A time in which an engine is not heard although it works. */
    record Silence(int engine, Instant from, Instant until) {

        boolean isAt(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }
}
