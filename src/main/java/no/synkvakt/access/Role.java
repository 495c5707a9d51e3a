package no.synkvakt.access;

import java.util.Locale;

/** What a caller may do. */
enum Role {
    /** Send events. */
    INGEST,
    /** Everything. */
    OPERATOR,
    /** Every GET except ping keys. */
    VIEWER;

    /** The role's name in settings and tokens. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
