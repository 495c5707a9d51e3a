package no.synkvakt.notice;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import no.synkvakt.municipality.Language;

/** What every notice has from the beginning. */
@Singleton
class Drafts {

    private final MailSettings settings;

    Drafts(MailSettings settings) {
        this.settings = settings;
    }

    /** A notice that may be sent at once, of no municipality and no stall so far. */
    Notice of(NoticeKind kind, Role role, String recipient, Language language, Facts facts, Instant now) {
        Notice notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.kind = kind;
        notice.role = role;
        notice.recipient = recipient;
        notice.language = language;
        notice.tells(facts);
        notice.messageId = "<" + notice.id + "@" + settings.domain() + ">";
        notice.state = NoticeState.PENDING;
        notice.sendAt = now;
        notice.createdAt = now;
        return notice;
    }

    /** The same to the operator, in support's language. */
    Notice toOperator(NoticeKind kind, Facts facts, Instant now) {
        return of(kind, Role.OPERATOR, settings.operatorEmail(), settings.supportLanguage(), facts, now);
    }

    /** The same to support. */
    Notice toSupport(NoticeKind kind, Facts facts, Instant now) {
        return of(kind, Role.SUPPORT, settings.supportEmail(), settings.supportLanguage(), facts, now);
    }
}
