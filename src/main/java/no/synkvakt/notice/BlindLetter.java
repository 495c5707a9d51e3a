package no.synkvakt.notice;

import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Look;
import org.jspecify.annotations.Nullable;

/** Puts into words what the operator is told of a source that has fallen silent. */
final class BlindLetter {

    private final Notice notice;
    private final Facts.Silence silence;
    private final Wording wording;
    private final BlindMessages words;
    private final LayoutMessages layout;
    private final String replyTo;
    private final @Nullable String page;

    BlindLetter(Notice notice, Facts.Silence silence, String replyTo, @Nullable String page) {
        this.notice = notice;
        this.silence = silence;
        this.wording = new Wording(notice.language);
        this.words = wording.sentences(BlindMessages.class);
        this.layout = wording.sentences(LayoutMessages.class);
        this.replyTo = replyTo;
        this.page = page;
    }

    Letter write() {
        return switch (notice.kind) {
            case BLIND -> Look.isSource(silence.source()) ? unread() : unheard();
            case RESOLVED -> silence.backAt() == null ? forgotten() : back(silence.backAt());
            case STALL, ESCALATION, REMINDER, OUTAGE, TEST, UNREACHABLE ->
                throw new IllegalStateException("no letter for " + notice.kind);
        };
    }

    private Letter unheard() {
        return letter(
                Letter.Tone.ACT,
                words.subject(silence.source()),
                words.headline(silence.source(), wording.time(silence.since())),
                lead(),
                List.of(words.lookAtEngine(), words.lookAtWay()),
                words.next());
    }

    private Letter unread() {
        return letter(
                Letter.Tone.ACT,
                words.subjectUnread(silence.source()),
                words.headlineUnread(silence.source(), wording.time(silence.since())),
                lead(),
                List.of(words.lookAtWords(), words.lookAtDatabase()),
                words.nextUnread());
    }

    private String lead() {
        if (silence.owners() == 1) {
            return words.leadOne();
        }
        return silence.owners() == 0 ? words.leadNobody() : words.lead(owners());
    }

    private Letter back(Instant backAt) {
        return letter(
                Letter.Tone.OVER,
                words.subjectOver(silence.source()),
                words.headlineOver(silence.source(), wording.time(backAt), wording.time(silence.since())),
                silence.owners() == 0 ? words.leadOverNobody() : words.leadOver(owners()),
                List.of(),
                null);
    }

    private Letter forgotten() {
        return letter(
                Letter.Tone.OVER,
                words.subjectForgotten(silence.source()),
                words.headlineForgotten(silence.source(), wording.time(silence.since())),
                silence.owners() == 0 ? words.leadOverNobody() : words.leadForgotten(owners()),
                List.of(),
                null);
    }

    private String owners() {
        return silence.owners() == 1 ? words.oneOwner() : words.owners(wording.number(silence.owners()));
    }

    private String page() {
        if (notice.kind != NoticeKind.BLIND) {
            return words.pageOver();
        }
        return Look.isSource(silence.source()) ? words.pageUnread() : words.page();
    }

    private Letter letter(
            Letter.Tone tone,
            String subject,
            String headline,
            String lead,
            List<String> actions,
            @Nullable String next) {
        return new Letter(
                notice.language,
                tone,
                subject,
                headline,
                lead,
                actions,
                List.of(),
                null,
                layout.article(),
                "",
                List.of(),
                null,
                next,
                page,
                page(),
                "",
                List.of(),
                words.foot(replyTo));
    }
}
