package no.synkvakt.casework;

import java.time.Duration;
import no.synkvakt.stall.Stall;

/**
 * A step has been found late. Told as a CDI event within the transaction that opens its stall; who counts listens after the
 * commit.
 *
 * @param lag from the moment it was due to the moment it was found
 */
public record Detected(Duration lag) {

    static Detected of(Stall stall) {
        return new Detected(Duration.between(stall.dueAt, stall.detectedAt));
    }
}
