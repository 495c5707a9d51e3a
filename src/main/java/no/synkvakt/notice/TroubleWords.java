package no.synkvakt.notice;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.cycle.Trouble;
import no.synkvakt.cycle.Trouble.Changes;
import org.jspecify.annotations.Nullable;

/** Says what an engine told of a step that failed or was held. */
final class TroubleWords {

    private TroubleWords() {}

    static List<String> of(@Nullable Trouble trouble, Wording wording) {
        if (trouble == null) {
            return List.of();
        }
        Optional<String> message = Optional.ofNullable(trouble.message()).map(reason(wording)::engineSaid);
        String filter = Stream.of(filterCounts(trouble, wording), filterLimit(trouble, wording))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Stream.concat(message.stream(), Stream.of(filter))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static Optional<String> filterCounts(Trouble trouble, Wording wording) {
        return Optional.ofNullable(trouble.changes())
                .map(changes -> counts(changes, wording))
                .filter(counts -> !counts.isEmpty())
                .map(counts -> reason(wording).filterCounts(String.join(", ", counts)));
    }

    private static Optional<String> filterLimit(Trouble trouble, Wording wording) {
        return said(trouble.limit(), wording, reason(wording)::filterLimit);
    }

    /** What the engine counted; what it left out is left out. */
    private static List<String> counts(Changes changes, Wording wording) {
        return Stream.of(
                        changed(changes, wording),
                        said(changes.added(), wording, reason(wording)::countAdded),
                        said(changes.deleted(), wording, reason(wording)::countDeleted))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> changed(Changes changes, Wording wording) {
        ReasonMessages reason = reason(wording);
        if (changes.changed() == null) {
            return said(changes.previousTotal(), wording, reason::countTotal);
        }
        return said(
                changes.changed(),
                wording,
                changed -> changes.previousTotal() == null
                        ? reason.countChanged(changed)
                        : reason.countChangedOf(changed, wording.number(changes.previousTotal())));
    }

    private static ReasonMessages reason(Wording wording) {
        return wording.sentences(ReasonMessages.class);
    }

    private static Optional<String> said(@Nullable Number count, Wording wording, UnaryOperator<String> words) {
        return Optional.ofNullable(count).map(wording::number).map(words);
    }
}
