package no.synkvakt.notice;

/** How far a notice has come on its way. */
public enum NoticeState {
    PENDING,
    /** Somebody is sending it. */
    LEASED,
    SENT,
    /** The mail server will never take it. */
    FAILED,
    CANCELLED
}
