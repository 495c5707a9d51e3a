package no.synkvakt.board;

import io.quarkus.security.identity.SecurityIdentity;

/** Who reads a municipality's page. */
enum Reader {
    /** Its admin, by the link of a mail: what holds, and what to do. */
    ADMIN,
    /** Operators, support and their screens. */
    STAFF;

    static Reader of(SecurityIdentity caller) {
        return caller.hasRole("operator") || caller.hasRole("viewer") ? STAFF : ADMIN;
    }
}
