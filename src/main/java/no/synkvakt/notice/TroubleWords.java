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
        Optional<String> message = Optional.ofNullable(trouble.message()).map(wording.messages()::engineSaid);
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
                .map(counts -> wording.messages().filterCounts(String.join(", ", counts)));
    }

    private static Optional<String> filterLimit(Trouble trouble, Wording wording) {
        return said(trouble.limit(), wording, wording.messages()::filterLimit);
    }

    /** What the engine counted; what it left out is left out. */
    private static List<String> counts(Changes changes, Wording wording) {
        return Stream.of(
                        changed(changes, wording),
                        said(changes.added(), wording, wording.messages()::countAdded),
                        said(changes.deleted(), wording, wording.messages()::countDeleted))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> changed(Changes changes, Wording wording) {
        Messages messages = wording.messages();
        if (changes.changed() == null) {
            return said(changes.previousTotal(), wording, messages::countTotal);
        }
        return said(
                changes.changed(),
                wording,
                changed -> changes.previousTotal() == null
                        ? messages.countChanged(changed)
                        : messages.countChangedOf(changed, wording.number(changes.previousTotal())));
    }

    private static Optional<String> said(@Nullable Number count, Wording wording, UnaryOperator<String> words) {
        return Optional.ofNullable(count).map(wording::number).map(words);
    }
}
