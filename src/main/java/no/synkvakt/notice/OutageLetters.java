package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.util.Objects;
import no.synkvakt.stall.Outage;

/** What a page says of an outage: the same words as the mail about it. */
@Singleton
public class OutageLetters {

    private final OutageFacts facts;
    private final MailSettings settings;

    OutageLetters(OutageFacts facts, MailSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /** What support would be told of the outage now, or once none of its stalls is left. */
    public Letter toSupport(Outage outage) {
        Notice notice = new Notice();
        notice.role = Role.SUPPORT;
        notice.language = settings.supportLanguage();
        notice.tells(facts.of(outage));
        Facts.Common known = Objects.requireNonNull(notice.facts().outage());
        notice.kind = known.stalls().isEmpty() ? NoticeKind.RESOLVED : NoticeKind.OUTAGE;
        return LetterWriter.write(notice, settings.replyTo(), null);
    }
}
