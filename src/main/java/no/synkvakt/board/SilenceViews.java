package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import no.synkvakt.deadline.Silence;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Wording;

/** Puts together what the page of silences shows, in support's language. */
@Singleton
class SilenceViews {

    private final Silences silences;
    private final Municipalities municipalities;
    private final StepCatalogue catalogue;
    private final Clock clock;
    private final Language language;
    private final SilenceMessages words;
    private final Wording wording;

    SilenceViews(
            Silences silences,
            Municipalities municipalities,
            StepCatalogue catalogue,
            Clock clock,
            MailSettings settings) {
        this.silences = silences;
        this.municipalities = municipalities;
        this.catalogue = catalogue;
        this.clock = clock;
        this.language = settings.supportLanguage();
        this.wording = new Wording(language);
        this.words = wording.sentences(SilenceMessages.class);
    }

    SilencesView of(boolean canWrite, SilenceForm form, Map<String, String> errors, String answer) {
        Instant now = clock.instant();
        long unknown = silences.ofUnknownKind(now);
        return new SilencesView(
                language.tag(),
                answer,
                silences.lasting(now).stream().map(silence -> row(silence, now)).toList(),
                unknown == 0 ? null : words.unreadable(unknown),
                canWrite,
                catalogue.steps(),
                form,
                errors);
    }

    private SilencesView.Row row(Silence silence, Instant now) {
        boolean active = silence.state(now) == Silence.State.ACTIVE;
        return new SilencesView.Row(
                silence.id,
                silence.kind == Silence.Kind.SILENCE ? words.silence() : words.maintenance(),
                silence.municipality == null
                        ? words.allOwners()
                        : municipalities
                                .names(Set.of(silence.municipality))
                                .getOrDefault(silence.municipality, silence.municipality),
                silence.step == null ? words.allSteps() : catalogue.labelOf(silence.step),
                active ? "wait" : "none",
                active ? words.active() : words.planned(),
                wording.shortTime(silence.from, now),
                wording.shortTime(silence.end(), now),
                silence.reason == null ? silence.madeBy : silence.reason + " (" + silence.madeBy + ")");
    }
}
