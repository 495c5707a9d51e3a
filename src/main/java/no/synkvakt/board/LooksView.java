package no.synkvakt.board;

import java.util.List;
import no.synkvakt.cycle.SetAside;
import org.jspecify.annotations.Nullable;

/** What the page of engine databases shows. */
record LooksView(String language, List<OfOne> all) {

    /**
     * One of them.
     *
     * @param tone of the state, as the style sheet has it
     * @param when what was read last, and when
     * @param failed when it could not be read; null when it can
     * @param error what the database says of that
     * @param rows how much the last look showed; null when there has been none
     * @param news when there was something new, and how much; null when there has been nothing
     * @param notTaken how many rows could not be taken; null when all could
     */
    record OfOne(
            String name,
            String tone,
            String state,
            String when,
            @Nullable String failed,
            @Nullable String error,
            @Nullable String rows,
            @Nullable String news,
            @Nullable String notTaken,
            List<SetAside> setAside) {}
}
