package no.synkvakt.board;

import java.util.List;
import no.synkvakt.casework.Hearing;
import no.synkvakt.stall.Outages;

/**
 * All that the board shows of what is stored.
 *
 * @param fingerprint of the {@link Topic#BOARD}, taken before the rest
 * @param outages those that last
 * @param engines that have sent heartbeats
 * @param isCatchingUp whether Synkvakt itself was down, and engines report what it missed
 */
record BoardReading(
        String fingerprint,
        List<Owner> owners,
        List<Outages.Lasting> outages,
        List<Hearing.Source> engines,
        boolean isCatchingUp) {

    BoardReading with(List<Owner> others) {
        return new BoardReading(fingerprint, others, outages, engines, isCatchingUp);
    }
}
