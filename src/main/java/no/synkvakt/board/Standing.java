package no.synkvakt.board;

import no.synkvakt.base.StoredEnum;
import org.jspecify.annotations.Nullable;

/** How an owner stands, the worst first: the order of the board. */
enum Standing {
    /** Stalled, and with support. */
    ESCALATED,
    /** Stalled, and its admin's move. */
    OPEN,
    /** Stalled, and somebody has acted: it is seen whether that helps. */
    ACKNOWLEDGED,
    /** Its engine is not heard: nothing is claimed of it. */
    UNKNOWN,
    RUNNING,
    OK,
    NEVER_SEEN;

    /**
     * How an owner stands.
     *
     * @param unknown whether its engine is not heard; whatever was known of it may be over
     * @param stall the state of its open stall; null when it has none. One that cannot be read is open
     */
    static Standing of(boolean unknown, @Nullable String stall, boolean seen, boolean running) {
        if (unknown) {
            return UNKNOWN;
        }
        if (stall != null) {
            @Nullable Standing known = StoredEnum.named(Standing.class, stall);
            return known != null && known.isStalled() ? known : OPEN;
        }
        if (running) {
            return RUNNING;
        }
        return seen ? OK : NEVER_SEEN;
    }

    boolean isStalled() {
        return compareTo(ACKNOWLEDGED) <= 0;
    }

    /** Its name in style sheets. */
    public String tone() {
        return switch (this) {
            case ESCALATED -> "act";
            case OPEN, ACKNOWLEDGED -> "wait";
            case RUNNING -> "run";
            case OK -> "over";
            case UNKNOWN, NEVER_SEEN -> "none";
        };
    }
}
