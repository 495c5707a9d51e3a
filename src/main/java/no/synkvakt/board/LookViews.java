package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Look;
import no.synkvakt.cycle.Looks;
import no.synkvakt.cycle.SetAside;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.Wording;
import org.jspecify.annotations.Nullable;

/** Says what each engine database showed. */
@Singleton
class LookViews {

    private final Looks looks;
    private final Clock clock;

    LookViews(Looks looks, Clock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    LooksView all(Language language) {
        Wording wording = new Wording(language);
        Instant now = clock.instant();
        return new LooksView(
                language.tag(),
                looks.all().stream().map(look -> of(look, wording, now)).toList());
    }

    private static LooksView.OfOne of(Look look, Wording wording, Instant now) {
        LookMessages words = wording.sentences(LookMessages.class);
        @Nullable Instant failed = look.failedAt;
        @Nullable Instant shown = look.lookedAt;
        @Nullable Instant news = look.newsAt;
        boolean fails = failed != null;
        boolean seen = shown != null;
        List<SetAside> setAside = setAside(look, words);
        int rows = setAside.stream().mapToInt(SetAside::rows).sum();
        return new LooksView.OfOne(
                look.source,
                fails ? "act" : seen ? "over" : "wait",
                fails ? words.stateFails() : seen ? words.stateSeen() : words.stateWaits(),
                shown == null ? words.never() : words.shown(wording.shortTime(shown, now)),
                failed == null ? null : words.failed(wording.shortTime(failed, now)),
                look.error,
                seen ? words.rows(look.rows) : null,
                news == null ? null : words.news(wording.shortTime(news, now), look.events),
                notTaken(rows, words),
                setAside);
    }

    private static @Nullable String notTaken(int rows, LookMessages words) {
        return rows == 0 ? null : rows == 1 ? words.setAsideOne() : words.setAside(rows);
    }

    private static List<SetAside> setAside(Look look, LookMessages words) {
        try {
            return look.setAside();
        } catch (UncheckedIOException e) {
            return List.of(new SetAside(words.unreadable(), 0, ""));
        }
    }
}
