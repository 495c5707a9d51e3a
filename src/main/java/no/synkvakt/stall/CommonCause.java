package no.synkvakt.stall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Sis;
import no.synkvakt.municipality.Step;
import org.jspecify.annotations.Nullable;

/**
 * What several stalls have in common when they come together: a step that only support can set going again; of an import,
 * also the student information system it imports from.
 *
 * @param sis null where it does not matter
 */
public record CommonCause(String step, @Nullable Sis sis) {

    /** The cause that a stall of the municipality at the step can share with others. */
    public static CommonCause of(Municipality municipality, String step, Step.@Nullable Direction direction) {
        return new CommonCause(step, direction == Step.Direction.IMPORT ? municipality.sis() : null);
    }

    /** How people name it: the step by its label, and what it imports from where that tells apart. */
    public static String name(String step, @Nullable Sis sis) {
        return sis == null ? step : step + " (" + sis.label() + ")";
    }

    /** Its name where it is stored. */
    public String key() {
        return sis == null ? step : step + "/" + sis;
    }

    /** The cause of that name. */
    public static CommonCause of(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? new CommonCause(key, null)
                : new CommonCause(key.substring(0, slash), Sis.valueOf(key.substring(slash + 1)));
    }

    /**
     * When an outage began: the first of so many detections that lie no further apart than the window. Empty when no so many
     * do.
     *
     * @param detected when open stalls of one cause were detected, in that order
     * @param atLeast how many make an outage
     */
    public static Optional<Instant> outage(List<Instant> detected, int atLeast, Duration window) {
        for (int last = atLeast - 1; last < detected.size(); last++) {
            Instant first = detected.get(last - atLeast + 1);
            if (!first.plus(window).isBefore(detected.get(last))) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }
}
