package no.synkvakt.stall;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a stall.
 *
 * @param by who did it: the name of a key or a person, or {@code synkvakt} itself
 */
@RegisterForReflection
public record Act(
        Instant at, Kind kind, String by, @Nullable String note) {

    /** What was done. */
    public enum Kind {
        ACKNOWLEDGED,
        ESCALATED,
        /** Somebody asked to be left alone until the time in the note. */
        SILENCED,
        /** The verdict changed; the note has the one before. */
        CHANGED,
        RESOLVED,
        /** Another step's stall took its place. */
        REPLACED
    }

    /** Who acts when nobody does. */
    public static final String BY_SYNKVAKT = "synkvakt";
}
