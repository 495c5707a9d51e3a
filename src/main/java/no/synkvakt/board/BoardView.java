package no.synkvakt.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows.
 *
 * @param live where it hears of changes
 * @param news what it says aloud
 * @param outages those that last
 * @param headline how many owners stand still, or are unknown
 * @param groups the open stalls by step, the largest group first
 * @param notes which engines are not heard, a sentence each
 * @param found how many owners the filter shows on all pages
 * @param first the number of the first row among them, counted from 1
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
record BoardView(
        String language,
        String live,
        News news,
        BoardFilter filter,
        int owners,
        String headline,
        List<Outage> outages,
        List<Group> groups,
        List<String> notes,
        List<Option> states,
        List<Row> rows,
        int found,
        int first,
        @Nullable String previous,
        @Nullable String next) {

    /** An outage, in a line. */
    record Outage(String address, String line) {}

    /** The open stalls of one step. */
    record Group(String label, int count, String address, boolean chosen) {}

    /** A state that can be chosen. */
    record Option(String value, String label, int count, boolean chosen) {}

    /**
     * An owner.
     *
     * @param what what stands still, and how; null when nothing does
     * @param at since when, in words; null when it was never seen
     * @param waited for how long; null when it does not stand still
     * @param isSetAside whether the clock cannot act on it for now
     * @param isPartOfOutage whether its stall is one of several with one cause
     */
    record Row(
            String name,
            String known,
            String address,
            String tone,
            String state,
            @Nullable String what,
            @Nullable Instant since,
            @Nullable String at,
            @Nullable String waited,
            boolean isSetAside,
            boolean isPartOfOutage) {}

    public int last() {
        return first + rows.size() - 1;
    }
}
