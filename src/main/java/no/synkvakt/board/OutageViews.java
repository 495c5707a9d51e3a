package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.Letter;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.OutageLetters;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.Wording;
import no.synkvakt.stall.CommonCause;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Outages;
import org.jspecify.annotations.Nullable;

/** Puts together what support sees of outages, in support's language. */
@Singleton
class OutageViews {

    private final Outages outages;
    private final Municipalities municipalities;
    private final Outbox outbox;
    private final OutageLetters letters;
    private final StepCatalogue catalogue;
    private final Clock clock;
    private final Language language;
    private final Wording wording;
    private final OutagePageMessages words;
    private final StandingMessages states;

    OutageViews(
            Outages outages,
            Municipalities municipalities,
            Outbox outbox,
            OutageLetters letters,
            StepCatalogue catalogue,
            MailSettings settings,
            Clock clock) {
        this.outages = outages;
        this.municipalities = municipalities;
        this.outbox = outbox;
        this.letters = letters;
        this.catalogue = catalogue;
        this.clock = clock;
        this.language = settings.supportLanguage();
        this.wording = new Wording(language);
        this.words = wording.sentences(OutagePageMessages.class);
        this.states = wording.sentences(StandingMessages.class);
    }

    /** The page. */
    OutageView of(Outage outage, String live, @Nullable String told) {
        Instant now = clock.instant();
        List<Outages.Member> members = outages.members(outage.id);
        Map<String, String> names = municipalities.names(
                members.stream().map(Outages.Member::municipality).toList());
        Letter letter = letters.toSupport(outage);
        String state = letter.tone() == Letter.Tone.OVER ? states.resolved() : states.escalated();
        return new OutageView(
                language.tag(),
                outage.id,
                live,
                News.of(state + ". " + letter.lead(), told),
                name(outage),
                letter.tone().label(),
                state,
                letter,
                rows(members.stream().filter(Outages.Member::isOpen).toList(), names, now),
                rows(members.stream().filter(stall -> !stall.isOpen()).toList(), names, now),
                outbox.ofOutage(outage.id).stream()
                        .map(new MailViews(wording)::of)
                        .toList());
    }

    /** The outages that last, each in a line. */
    List<BoardView.Outage> lines(List<Outages.Lasting> all) {
        Instant now = clock.instant();
        return all.stream()
                .map(lasting -> line(lasting.outage(), lasting.owners(), now))
                .toList();
    }

    private BoardView.Outage line(Outage outage, long owners, Instant now) {
        String what = name(outage);
        String since = wording.shortTime(outage.since, now);
        String line = owners == 1 ? words.lineOne(what, since) : words.line(what, owners, since);
        return new BoardView.Outage(
                "/outages/" + outage.id,
                outage.unreadable()
                        .map(broken -> line + " (" + wording.unreadable() + ")")
                        .orElse(line));
    }

    private String name(Outage outage) {
        return CommonCause.name(catalogue.labelOf(outage.step), outage.sis);
    }

    private List<OutageView.Row> rows(List<Outages.Member> members, Map<String, String> names, Instant now) {
        return members.stream().map(stall -> row(stall, names, now)).toList();
    }

    private OutageView.Row row(Outages.Member stall, Map<String, String> names, Instant now) {
        Instant at = stall.resolvedAt() == null ? stall.since() : stall.resolvedAt();
        return new OutageView.Row(
                names.getOrDefault(stall.municipality(), stall.municipality()),
                stall.municipality(),
                "/stalls/" + stall.id(),
                wording.verdict(stall.verdict()),
                at,
                wording.shortTime(at, now));
    }
}
