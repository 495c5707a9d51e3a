package no.synkvakt.notice;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one notice into words. */
final class LetterWriter {

    private final Notice notice;
    private final Facts.Owner owner;
    private final Wording wording;
    private final Messages messages;
    private final String replyTo;
    private final @Nullable String page;

    /** @param page the address where the reader sees more and can act */
    LetterWriter(Notice notice, String replyTo, @Nullable String page) {
        this.notice = notice;
        this.owner = notice.facts.owner();
        this.wording = new Wording(notice.language);
        this.messages = wording.messages();
        this.replyTo = replyTo;
        this.page = page;
    }

    Letter write() {
        return switch (notice.kind) {
            case STALL, ESCALATION, REMINDER -> alarm();
            case RESOLVED -> allClear();
            case TEST -> test();
            case OUTAGE, BLIND -> throw new IllegalStateException("no letter for " + notice.kind);
        };
    }

    private Letter alarm() {
        AlarmWords words = new AlarmWords(notice, stall(), wording);
        return letter(
                words.tone(),
                words.subject(),
                words.headline(),
                words.lead(),
                words.actions(),
                words.notes(),
                stall().remedy().link(),
                words.why(),
                words.next());
    }

    private Letter allClear() {
        Facts.Case stall = stall();
        String other = stall.otherStep();
        if (other != null) {
            return plain(
                    messages.subjectReplaced(owner.name(), stall.step()),
                    messages.headlineReplaced(owner.name(), stall.step(), other),
                    List.of(messages.leadReplaced()));
        }
        boolean thanks = notice.role == Role.ADMIN && AlarmWords.lastAcknowledged(stall) != null;
        return plain(
                messages.subjectResolved(owner.name(), stall.step()),
                messages.headlineResolved(owner.name(), stall.step()),
                thanks ? List.of(messages.thanks(), messages.leadResolved()) : List.of(messages.leadResolved()));
    }

    private Letter test() {
        return plain(
                messages.subjectTest(owner.name()), messages.headlineTest(owner.name()), List.of(messages.leadTest()));
    }

    /** A letter that asks for nothing. */
    private Letter plain(String subject, String headline, List<String> sentences) {
        return letter(
                Letter.Tone.OVER,
                subject,
                headline,
                String.join(" ", sentences),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private Letter letter(
            Letter.Tone tone,
            String subject,
            String headline,
            String lead,
            List<String> actions,
            List<String> notes,
            @Nullable String link,
            @Nullable String why,
            @Nullable String next) {
        Facts.@Nullable Case stall = notice.facts.of();
        boolean forSupport = notice.role == Role.SUPPORT;
        return new Letter(
                notice.language,
                tone,
                subject,
                headline,
                lead,
                actions,
                notes,
                link,
                messages.article(),
                messages.chain(),
                stall == null ? List.of() : ChainDrawing.of(stall.chain(), wording),
                why,
                next,
                page,
                forSupport ? messages.pageSupport() : messages.pageAdmin(),
                messages.details(),
                forSupport && stall != null ? new Details(owner, stall, wording).list() : List.of(),
                forSupport ? messages.footSupport(replyTo) : messages.footAdmin(owner.name(), replyTo));
    }

    private Facts.Case stall() {
        return Objects.requireNonNull(notice.facts.of(), "a notice about a stall has its facts");
    }
}
