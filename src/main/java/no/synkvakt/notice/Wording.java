package no.synkvakt.notice;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import no.synkvakt.municipality.Language;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/** How one language says times (Europe/Oslo), durations, numbers and lists. */
public final class Wording {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Language language;
    private final WordingMessages words;

    public Wording(Language language) {
        this.language = language;
        this.words = sentences(WordingMessages.class);
    }

    WordingMessages words() {
        return words;
    }

    Language language() {
        return language;
    }

    /** The sentences of a bundle. */
    public <T> T sentences(Class<T> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }

    /** Such as "mandag 23. november kl. 02.14". */
    public String time(Instant instant) {
        String pattern = language == Language.EN ? "EEEE d MMMM 'at' HH:mm" : "EEEE d. MMMM 'kl.' HH.mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(OSLO)
                .format(instant);
    }

    /** Such as "02.14" of today, or "23. nov. 02.14" of another day. */
    public String shortTime(Instant instant, Instant now) {
        boolean today =
                instant.atZone(OSLO).toLocalDate().equals(now.atZone(OSLO).toLocalDate());
        String date = language == Language.EN ? "d MMM " : "d. MMM ";
        String pattern = (today ? "" : date) + (language == Language.EN ? "HH:mm" : "HH.mm");
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(OSLO)
                .format(instant);
    }

    /** Such as "2 t 30 min". */
    public String duration(Duration duration) {
        String hours = duration.toHours() == 0 ? "" : duration.toHours() + (language == Language.EN ? " h " : " t ");
        String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min ";
        String seconds = duration.toMinutes() == 0 ? duration.toSeconds() + " s" : "";
        return (hours + minutes + seconds).strip();
    }

    String number(Number number) {
        return NumberFormat.getNumberInstance(language.locale()).format(number);
    }

    /** The names quoted, with "or" between them; not exact: as what they are typically like. */
    String tasks(List<String> names, boolean exact) {
        String quoted = String.join(
                " " + words.or() + " ", names.stream().map(words::quoted).toList());
        return exact ? quoted : words.typically(quoted);
    }

    /** In the place of what cannot be read. */
    public String unreadable() {
        return words.unreadable();
    }

    /** What is wrong, in a few words; null when that cannot be read. */
    public String verdict(@Nullable Verdict verdict) {
        if (verdict == null) {
            return unreadable();
        }
        return switch (verdict) {
            case NOT_STARTED -> words.verdictNotStarted();
            case OVERRUN -> words.verdictOverrun();
            case FAILED -> words.verdictFailed();
            case HELD -> words.verdictHeld();
            case MISSED -> words.verdictMissed();
        };
    }

    public String act(Act act) {
        String what =
                switch (act.kind()) {
                    case ACKNOWLEDGED -> words.actAcknowledged();
                    case ESCALATED -> words.actEscalated();
                    case SILENCED -> words.actSilenced();
                    case CHANGED -> words.actChanged();
                    case RESOLVED -> words.actResolved();
                    case REPLACED -> words.actReplaced();
                };
        @Nullable String note = act.kind() == Act.Kind.SILENCED ? time(Instant.parse(act.note())) : act.note();
        return time(act.at()) + ": " + what + " (" + act.by() + ")" + (note == null ? "" : ": " + note);
    }
}
