package no.synkvakt.board;

import no.synkvakt.notice.Notice;
import no.synkvakt.notice.NoticeKind;
import no.synkvakt.notice.SentMail;
import no.synkvakt.notice.Wording;
import org.jspecify.annotations.Nullable;

/** Shows the mails about a stall, each as it was sent. */
final class MailViews {

    private final MailMessages words;
    private final Wording wording;

    MailViews(Wording wording) {
        this.words = wording.sentences(MailMessages.class);
        this.wording = wording;
    }

    StallView.MailView of(Notice notice) {
        return new StallView.MailView(
                notice.id,
                notice.kind == null ? wording.unreadable() : kind(notice.kind),
                notice.recipient == null ? words.toNobody() : notice.recipient,
                notice.state == null ? wording.unreadable() : state(notice),
                error(notice),
                notice.message == null ? null : SentMail.of(notice.message));
    }

    private @Nullable String error(Notice notice) {
        return notice.lastError == null ? null : words.error(notice.lastError);
    }

    private String state(Notice notice) {
        return switch (notice.state) {
            case PENDING -> words.pending(wording.time(notice.sendAt));
            case LEASED -> words.leased();
            case SENT -> words.sent(wording.time(notice.sentAt == null ? notice.sendAt : notice.sentAt));
            case FAILED -> words.failed();
            case CANCELLED -> words.cancelled();
        };
    }

    private String kind(NoticeKind kind) {
        return switch (kind) {
            case STALL -> words.kindStall();
            case ESCALATION -> words.kindEscalation();
            case REMINDER -> words.kindReminder();
            case RESOLVED -> words.kindResolved();
            case OUTAGE -> words.kindOutage();
            case BLIND -> words.kindBlind();
            case TEST -> words.kindTest();
            case UNREACHABLE -> words.kindUnreachable();
        };
    }
}
