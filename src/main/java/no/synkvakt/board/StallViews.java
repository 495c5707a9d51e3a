package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.synkvakt.casework.MunicipalityState;
import no.synkvakt.casework.Standings;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.Letter;
import no.synkvakt.notice.Letters;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.Wording;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import org.jspecify.annotations.Nullable;

/** Puts together what a stall's page shows, in support's language. */
@Singleton
class StallViews {

    private final Standings standings;
    private final Quietly quietly;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Outbox outbox;
    private final Letters letters;
    private final StepCatalogue catalogue;
    private final Clock clock;
    private final Language language;
    private final StallMessages words;
    private final StandingMessages states;
    private final Wording wording;

    StallViews(
            Standings standings,
            Quietly quietly,
            Municipalities municipalities,
            Cycles cycles,
            Outbox outbox,
            Letters letters,
            StepCatalogue catalogue,
            MailSettings settings,
            Clock clock) {
        this.standings = standings;
        this.quietly = quietly;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.outbox = outbox;
        this.letters = letters;
        this.catalogue = catalogue;
        this.clock = clock;
        this.language = settings.supportLanguage();
        this.wording = new Wording(language);
        this.words = wording.sentences(StallMessages.class);
        this.states = wording.sentences(StandingMessages.class);
    }

    /**
     * The page.
     *
     * @param operator whether the caller may press buttons
     * @param pressed what came of the button that was pressed last; null when none was
     */
    StallView of(Stall stall, boolean operator, @Nullable Pressed pressed, String live, @Nullable String told) {
        Instant now = clock.instant();
        Optional<Municipality> owner = municipalities.get(stall.municipality);
        Optional<Cycle> cycle = cycles.of(stall.municipality, stall.cycle);
        @Nullable Cycle its = cycle.orElse(null);
        @Nullable
        Letter letter =
                owner.map(known -> letters.toSupport(known, stall, its, now)).orElse(null);
        List<String> actions = owner.filter(known -> !stall.isResolved())
                .map(known -> letters.actions(known, stall, its, now))
                .orElse(List.of());
        List<Letter.Detail> details =
                owner.map(known -> letters.details(known, stall, its, now)).orElse(List.of());
        String lead = lead(stall, letter);
        return new StallView(
                language.tag(),
                stall.id,
                live,
                News.of(state(stall) + ". " + lead, told),
                owner.map(Municipality::name).orElse(stall.municipality),
                owner.isPresent() ? "/m/" + stall.municipality : null,
                stall.step == null ? states.missed() : catalogue.labelOf(stall.step),
                stall.outage == null ? null : "/outages/" + stall.outage,
                answer(pressed),
                tone(stall),
                state(stall),
                letter,
                lead,
                unheard(stall, owner.isPresent()),
                quiet(stall, now),
                stall.isResolved() ? List.of() : quietly.of(stall, language, now),
                stall.setAside == null ? null : words.setAside(stall.setAside),
                actions,
                cycle.filter(known -> stall.cycle != null)
                        .map(known -> chain(known, now))
                        .orElse(List.of()),
                stall.acts.stream().map(wording::act).toList(),
                details,
                outbox.about(stall).stream().map(new MailViews(wording)::of).toList(),
                operator && !stall.isResolved(),
                stall.remedy.audience() == Audience.SELF_SERVICE && stall.state == StallState.OPEN,
                stall.state != StallState.ESCALATED);
    }

    private List<StallView.Link> chain(Cycle cycle, Instant now) {
        List<Letter.Row> rows = letters.chain(cycle, language);
        return IntStream.range(0, rows.size())
                .mapToObj(index ->
                        new StallView.Link(rows.get(index), time(cycle.steps().get(index), now)))
                .toList();
    }

    private @Nullable String time(StepRun run, Instant now) {
        if (run.finishedAt() != null) {
            return words.stepDone(wording.shortTime(run.finishedAt(), now));
        }
        if (run.dueAt() == null) {
            return null;
        }
        String due = wording.shortTime(run.dueAt(), now);
        return run.dueAt().isAfter(now) ? words.stepWillBeDue(due) : words.stepDue(due);
    }

    private String lead(Stall stall, @Nullable Letter letter) {
        if (letter == null) {
            return words.erased();
        }
        return switch (stall.state) {
            case OPEN ->
                stall.escalateAt == null ? words.leadOpen() : words.leadOpenUntil(wording.time(stall.escalateAt));
            case ACKNOWLEDGED -> acknowledged(stall);
            case ESCALATED, RESOLVED -> letter.lead();
        };
    }

    private String acknowledged(Stall stall) {
        String until = wording.time(stall.dueAt);
        return stall.isMissedCycle() ? words.leadAcknowledgedMissed(until) : words.leadAcknowledged(until);
    }

    private @Nullable String unheard(Stall stall, boolean watched) {
        return watched && !stall.isResolved() && standings.of(stall.municipality) == MunicipalityState.UNKNOWN
                ? words.unheard()
                : null;
    }

    private @Nullable String quiet(Stall stall, Instant now) {
        return stall.quietEnd()
                .filter(end -> !stall.isResolved() && end.isAfter(now))
                .map(end -> words.quietUntil(wording.time(end)))
                .orElse(null);
    }

    private String state(Stall stall) {
        return switch (stall.state) {
            case OPEN -> states.open();
            case ACKNOWLEDGED -> states.acknowledged();
            case ESCALATED -> states.escalated();
            case RESOLVED -> states.resolved();
        };
    }

    private static String tone(Stall stall) {
        return switch (stall.state) {
            case OPEN, ACKNOWLEDGED -> "wait";
            case ESCALATED -> "act";
            case RESOLVED -> "over";
        };
    }

    private @Nullable String answer(@Nullable Pressed pressed) {
        if (pressed == null) {
            return null;
        }
        return switch (pressed) {
            case ACKNOWLEDGE -> words.doneAcknowledge();
            case ESCALATE -> words.doneEscalate();
            case SILENCE -> words.doneSilence();
            case OVER -> words.doneOver();
            case WHEN -> words.doneWhen();
        };
    }
}
