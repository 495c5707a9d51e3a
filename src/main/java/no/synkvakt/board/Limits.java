package no.synkvakt.board;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long each step of a chain may take, in the words of a page. */
record Limits(List<Row> rows) {

    /** Whether anything is tried of which only operators and support read. */
    public boolean isTried() {
        return rows.stream().map(Row::tried).anyMatch(Objects::nonNull);
    }

    /**
     * One step.
     *
     * @param mayTake how long it may take, and on what basis that is known
     * @param tried what a learned limit would be and have done; null when none is tried, or the reader is an admin: two
     *     limits for one step would only confuse
     */
    record Row(String step, String mayTake, @Nullable String tried) {}
}
