package no.synkvakt.faults;

import java.nio.file.Path;
import no.synkvakt.testing.SharedPostgres;
import no.synkvakt.testing.TestDatabase;

/** How often each fault is tried: once in the tests of every day, many times when the table of the README is made. */
enum Form {
    SHORT,
    FULL;

    static final Form CHOSEN = "full".equals(System.getProperty("faults")) ? FULL : SHORT;

    /** Where nothing happens to the database itself: in short one of the PostgreSQL that all share, in full one that syncs. */
    static TestDatabase database(Path dir) {
        return CHOSEN == FULL ? Database.in(dir) : SharedPostgres.newDatabase();
    }

    /** What a fault is tried with. */
    static <T> T either(T inFull, T inShort) {
        return CHOSEN == FULL ? inFull : inShort;
    }

    /** How often, where the whole is so often. */
    static int runs(int whole) {
        return either(whole, 1);
    }
}
