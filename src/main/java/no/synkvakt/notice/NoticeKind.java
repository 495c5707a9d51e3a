package no.synkvakt.notice;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** Why somebody is mailed. */
public enum NoticeKind {
    /** To an admin: a cycle stands still. */
    STALL,
    /** To support: a stall that is theirs. */
    ESCALATION,
    REMINDER,
    /** The all-clear after an alarm. */
    RESOLVED,
    OUTAGE,
    BLIND,
    TEST,
    /** To support: nobody at a municipality can be mailed. */
    UNREACHABLE;

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<NoticeKind> {

        Stored() {
            super(NoticeKind.class);
        }
    }
}
