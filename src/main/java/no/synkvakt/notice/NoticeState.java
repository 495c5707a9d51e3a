package no.synkvakt.notice;

import jakarta.persistence.Converter;
import no.synkvakt.base.StoredEnum;

/** How far a notice has come on its way. */
public enum NoticeState {
    PENDING,
    /** Somebody is sending it. */
    LEASED,
    SENT,
    /** The mail server will never take it. */
    FAILED,
    CANCELLED;

    /** As a column holds it. */
    @Converter(autoApply = true)
    static class Stored extends StoredEnum<NoticeState> {

        Stored() {
            super(NoticeState.class);
        }
    }
}
