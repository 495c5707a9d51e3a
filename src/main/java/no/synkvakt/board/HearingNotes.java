package no.synkvakt.board;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.casework.Hearing;
import no.synkvakt.cycle.Feed;
import no.synkvakt.notice.Wording;

/** Says of each engine that is not heard since when, and how many owners are unknown because of it. */
final class HearingNotes {

    private final BoardMessages words;
    private final Wording wording;

    HearingNotes(BoardMessages words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** While Synkvakt itself catches up, only what the operator has been told of an engine is its own fault. */
    List<String> of(BoardReading reading, Instant now) {
        boolean catchesUp = reading.isCatchingUp();
        Stream<String> own = catchesUp ? Stream.of(words.catchingUp()) : Stream.empty();
        Stream<String> engines = reading.engines().stream()
                .filter(source -> source.state() != Feed.State.SEEN && (source.told() || !catchesUp))
                .map(source -> note(source, now));
        return Stream.concat(own, engines).toList();
    }

    private String note(Hearing.Source source, Instant now) {
        return source.state() == Feed.State.CATCHING_UP || source.blindSince() == null
                ? words.heardAgain(source.source(), source.owners())
                : words.unheard(source.source(), wording.shortTime(source.blindSince(), now), source.owners());
    }
}
