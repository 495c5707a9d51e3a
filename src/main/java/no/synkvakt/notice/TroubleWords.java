package no.synkvakt.notice;

import java.util.ArrayList;
import java.util.List;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.cycle.Trouble.Changes;
import org.jspecify.annotations.Nullable;

/** Says what an engine told of a step that failed or was held. */
final class TroubleWords {

    private TroubleWords() {}

    static List<String> of(@Nullable Trouble trouble, Wording wording) {
        List<String> words = new ArrayList<>();
        if (trouble != null && trouble.message() != null) {
            words.add(wording.messages().engineSaid(trouble.message()));
        }
        if (trouble != null && trouble.changes() != null) {
            words.add(counts(trouble.changes(), wording));
        }
        if (trouble != null && trouble.limit() != null) {
            words.add(wording.messages().filterLimit(wording.number(trouble.limit())));
        }
        return words;
    }

    private static String counts(Changes changes, Wording wording) {
        return wording.messages()
                .filterCounts(
                        wording.number(changes.added()),
                        wording.number(changes.changed()),
                        wording.number(changes.deleted()),
                        wording.number(changes.previousTotal()));
    }
}
