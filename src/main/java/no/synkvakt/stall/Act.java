package no.synkvakt.stall;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a stall.
 *
 * @param side for whom
 * @param by who did it: the name of a key or a person, or {@code synkvakt} itself
 */
@RegisterForReflection
public record Act(
        Instant at,
        Kind kind,
        Side side,
        String by,
        @Nullable String note) {

    /** Acts have been stored without a side. */
    @SuppressWarnings("ConstantValue") // JSON without it gives null
    public Act {
        side = side == null ? sideOf(by) : side;
    }

    /** An act of Synkvakt's own. */
    public static Act ofSynkvakt(Instant at, Kind kind, @Nullable String note) {
        return new Act(at, kind, Side.SYNKVAKT, BY_SYNKVAKT, note);
    }

    /** Who acts. */
    public enum Side {
        /** Somebody at the municipality, by a signed link. */
        ADMIN,
        /** Somebody at the vendor's support, or an operator. */
        SUPPORT,
        /** Nobody: the clock, or what was reported. */
        SYNKVAKT
    }

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

    /** Whether nothing that it must have is missing, as in a column that somebody else has written. */
    @SuppressWarnings("ConstantValue") // JSON may leave anything out
    static boolean isWhole(@Nullable Act act) {
        return act != null && act.at != null && act.kind != null && act.by != null;
    }

    /** Who acts when nobody does. */
    private static final String BY_SYNKVAKT = "synkvakt";

    private static Side sideOf(String by) {
        return switch (by == null ? "" : by) {
            case BY_SYNKVAKT -> Side.SYNKVAKT;
            case "admin" -> Side.ADMIN;
            default -> Side.SUPPORT;
        };
    }
}
