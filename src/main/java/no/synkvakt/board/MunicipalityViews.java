package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.synkvakt.casework.MunicipalityState;
import no.synkvakt.casework.Standings;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.Letter;
import no.synkvakt.notice.Letters;
import no.synkvakt.notice.RefusedAddresses;
import no.synkvakt.notice.Wording;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Stalls;
import org.jspecify.annotations.Nullable;

/** Puts together what a municipality's page shows, in the municipality's language. */
@Singleton
class MunicipalityViews {

    private static final int MOST_CYCLES = 14;

    private final Standings standings;
    private final Quietly quietly;
    private final RefusedAddresses refused;
    private final Cycles cycles;
    private final Stalls stalls;
    private final Letters letters;
    private final LimitViews limits;
    private final StepCatalogue catalogue;
    private final Clock clock;

    MunicipalityViews(
            Standings standings,
            Quietly quietly,
            RefusedAddresses refused,
            Cycles cycles,
            Stalls stalls,
            Letters letters,
            LimitViews limits,
            StepCatalogue catalogue,
            Clock clock) {
        this.standings = standings;
        this.quietly = quietly;
        this.refused = refused;
        this.cycles = cycles;
        this.stalls = stalls;
        this.letters = letters;
        this.limits = limits;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    private static MunicipalityMessages words(Language language) {
        return new Wording(language).sentences(MunicipalityMessages.class);
    }

    /**
     * The page as it is now.
     *
     * @param pressed what came of the button that was pressed last; null when none was
     * @param changes where the page is told of changes
     */
    MunicipalityView of(
            Municipality municipality,
            Reader reader,
            String token,
            @Nullable Pressed pressed,
            String changes,
            @Nullable String told) {
        Instant now = clock.instant();
        Language language = municipality.language();
        List<Cycle> last = cycles.last(municipality.id(), MOST_CYCLES);
        MunicipalityView.@Nullable StallView stall = stalls.open(municipality.id())
                .map(open -> view(municipality, open, now))
                .orElse(null);
        boolean unknown = standings.of(municipality.id()) == MunicipalityState.UNKNOWN;
        String standing = unknown ? unknown(stall, words(language)) : standing(last, language);
        return new MunicipalityView(
                language.tag(),
                municipality.name(),
                "/m/" + municipality.id(),
                token,
                changes,
                News.of(stall == null || unknown ? standing : aloud(stall), told),
                answer(pressed, words(language)),
                stall == null || unknown ? standing : null,
                unknown,
                remarks(municipality.id(), language, now),
                reader == Reader.STAFF,
                stall,
                last.isEmpty() ? List.of() : letters.chain(last.get(0), language),
                History.of(last, now, new Wording(language)),
                limits.of(municipality, reader, now));
    }

    private List<String> remarks(String municipality, Language language, Instant now) {
        Wording wording = new Wording(language);
        Stream<String> cannotBeMailed = refused.of(municipality).stream()
                .map(contact -> words(language).refused(contact.address(), wording.time(contact.at())));
        return Stream.concat(quietly.of(municipality, language, now).stream(), cannotBeMailed)
                .toList();
    }

    private MunicipalityView.StallView view(Municipality municipality, Stall stall, Instant now) {
        MunicipalityMessages words = words(municipality.language());
        Wording wording = new Wording(municipality.language());
        @Nullable Cycle cycle = cycles.of(stall.municipality, stall.cycle).orElse(null);
        boolean selfService = stall.remedy.audience() == Audience.SELF_SERVICE;
        Optional<Instant> quiet = stall.quietEnd().filter(until -> until.isAfter(now));
        return new MunicipalityView.StallView(
                stall.id,
                letters.toAdmin(municipality, stall, cycle, now),
                stall.state == StallState.ACKNOWLEDGED ? acknowledged(stall, words, wording) : null,
                quiet.map(until -> words.quietUntil(wording.time(until))).orElse(null),
                selfService && stall.state == StallState.OPEN,
                stall.state != StallState.ESCALATED,
                stall.state == StallState.OPEN && quiet.isEmpty());
    }

    private static String aloud(MunicipalityView.StallView stall) {
        if (stall.state() != null) {
            return stall.state();
        }
        Letter letter = stall.letter();
        return letter.actions().isEmpty() ? letter.headline() + " " + letter.lead() : letter.headline();
    }

    private static @Nullable String acknowledged(Stall stall, MunicipalityMessages words, Wording wording) {
        String until = wording.time(stall.dueAt);
        return stall.lastAcknowledged()
                .map(wording::time)
                .map(at -> stall.isMissedCycle() ? words.acknowledgedMissed(at, until) : words.acknowledged(at, until))
                .orElse(null);
    }

    private String standing(List<Cycle> last, Language language) {
        MunicipalityMessages words = words(language);
        if (last.isEmpty()) {
            return words.neverSeen();
        }
        Cycle latest = last.get(0);
        return latest.completedAt() == null
                ? words.running(latest.current()
                        .map(run -> catalogue.labelOf(run.step()))
                        .orElse(""))
                : words.allRight(new Wording(language).time(latest.completedAt()));
    }

    private static String unknown(MunicipalityView.@Nullable StallView stall, MunicipalityMessages words) {
        return stall == null ? words.unknown() : words.unknownStall();
    }

    private static @Nullable String answer(@Nullable Pressed pressed, MunicipalityMessages words) {
        if (pressed == null) {
            return null;
        }
        return switch (pressed) {
            case ACKNOWLEDGE -> words.thanksAcknowledged();
            case ESCALATE -> words.thanksEscalated();
            case SILENCE -> words.thanksSilenced();
            case OVER -> words.alreadyOver();
            case WHEN -> null;
        };
    }
}
