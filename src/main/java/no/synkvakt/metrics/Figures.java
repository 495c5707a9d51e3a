package no.synkvakt.metrics;

import java.util.List;

/**
 * What the database held at one moment. Ages are in seconds, and 0 where there is nothing to wait for.
 *
 * @param overdueCycle how long the cycle that is due for longest has waited for the watcher
 * @param overdueStall how long the stall that is to be taken up by the clock has waited for it
 * @param unsentNotice how long the oldest notice that may be sent has not been
 * @param engineSilence since the last event or heartbeat of any engine
 * @param cyclesSetAside open cycles that cannot be processed
 * @param stallsSetAside open stalls that the clock cannot act on
 * @param silencesSetAside silences that last, of a kind that this version does not know
 * @param noticesGivenUp notices of open stalls and outages that will not be sent any more
 * @param openOutages outages that last
 * @param outageOwners owners whose open stall is part of one
 * @param feedsSilent engines that the operator has been told are silent, and that still are
 * @param ownersUnheard whose engine is not heard, so that nothing is claimed of them
 * @param feedsFailing engine databases whose last look showed nothing
 * @param rowsSetAside rows of the last looks at engine databases that could not be taken
 */
record Figures(
        double overdueCycle,
        double overdueStall,
        double unsentNotice,
        double engineSilence,
        long cyclesSetAside,
        long stallsSetAside,
        long silencesSetAside,
        long noticesGivenUp,
        long openOutages,
        long outageOwners,
        long feedsSilent,
        long ownersUnheard,
        long feedsFailing,
        long rowsSetAside,
        List<OpenStalls> openStalls) {

    /**
     * How many open stalls there are of a kind.
     *
     * @param step its id; {@code none} when no cycle began
     */
    record OpenStalls(String step, String verdict, long count) {}
}
