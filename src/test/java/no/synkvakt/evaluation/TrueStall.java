package no.synkvakt.evaluation;

import java.time.Instant;

/**
 * A step that truly stood still.
 *
 * @param cause one number for all stalls of one cause
 * @param from when it departed from what would have been: never started or forgotten, when it was ready; hung, when it hung;
 *     in an outage, when it was ready and the other side was down
 * @param until when it was done in truth, or the next cycle took its place
 */
record TrueStall(String step, Kind kind, int cause, Instant from, Instant until) {

    /** In what way. */
    enum Kind {
        NEVER_STARTED,
        HUNG,
        /** The owner's own scheduled task has not run. */
        FORGOTTEN,
        /** The other side is down, for many owners. */
        OUTAGE
    }

    boolean isAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
