package no.synkvakt.casework;

import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * One line of a scheduled task that says how far a step is.
 *
 * @param step the id or label of a step
 */
public record Ping(
        String key, String step, EventType type, @Nullable Trouble trouble) {

    /** Without the key: it is a secret. */
    @Override
    public String toString() {
        return type + " " + step;
    }

    /**
     * What a ping led to.
     *
     * @param changed whether it was more than a repeat
     */
    public record Answer(String municipality, String cycle, String step, boolean changed) {}
}
