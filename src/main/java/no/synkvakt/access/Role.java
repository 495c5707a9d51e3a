package no.synkvakt.access;

import java.util.Locale;

/** What a caller may do. */
enum Role {
    /** Send events. */
    INGEST,
    /** Everything. */
    OPERATOR,
    /** Every GET except ping keys. */
    VIEWER,
    /** See one municipality's page and press its buttons; by a signed link, never by a key. */
    ADMIN;

    /** The role's name in settings and tokens. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
