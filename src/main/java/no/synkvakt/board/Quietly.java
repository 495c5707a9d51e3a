package no.synkvakt.board;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import no.synkvakt.deadline.Silence;
import no.synkvakt.deadline.Silences;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.Wording;
import no.synkvakt.stall.Stall;

/** Says on the pages of those it is of which silences and maintenance windows are in force. */
@Singleton
class Quietly {

    private final Silences silences;
    private final StepCatalogue catalogue;

    Quietly(Silences silences, StepCatalogue catalogue) {
        this.silences = silences;
        this.catalogue = catalogue;
    }

    /** What the municipality's own people are told; not who asked for it. */
    List<String> of(String municipality, Language language, Instant now) {
        return silences.inForce(municipality, now).stream()
                .map(silence -> sentence(silence, new Wording(language)))
                .toList();
    }

    /** What support is told. */
    List<String> of(Stall stall, Language language, Instant now) {
        Wording wording = new Wording(language);
        SilenceMessages words = wording.sentences(SilenceMessages.class);
        return silences.inForce(stall.municipality, now).stream()
                .filter(silence -> silence.covers(stall.municipality, stall.step))
                .map(silence -> sentence(silence, wording) + " " + words.by(silence.madeBy))
                .toList();
    }

    private String sentence(Silence silence, Wording wording) {
        SilenceMessages words = wording.sentences(SilenceMessages.class);
        String until = wording.time(silence.end());
        String what = silence.step == null ? all(silence, until, words) : of(silence, silence.step, until, words);
        return silence.reason == null ? what : what + " " + words.because(withoutStop(silence.reason));
    }

    private static String all(Silence silence, String until, SilenceMessages words) {
        return silence.kind == Silence.Kind.SILENCE ? words.silencedAll(until) : words.maintenanceAll(until);
    }

    private String of(Silence silence, String step, String until, SilenceMessages words) {
        String label = catalogue.labelOf(step);
        return silence.kind == Silence.Kind.SILENCE
                ? words.silencedHere(label, until)
                : words.maintenanceHere(label, until);
    }

    private static String withoutStop(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
