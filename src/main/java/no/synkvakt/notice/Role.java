package no.synkvakt.notice;

/** As whom somebody is mailed. */
public enum Role {
    ADMIN,
    SUPPORT,
    OPERATOR
}
