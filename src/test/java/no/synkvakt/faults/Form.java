package no.synkvakt.faults;

/** How often each fault is tried: once in the tests of every day, many times when the table of the README is made. */
enum Form {
    SHORT,
    FULL;

    static final Form CHOSEN = "full".equals(System.getProperty("faults")) ? FULL : SHORT;

    /** How often, where the whole is so often. */
    static int runs(int whole) {
        return CHOSEN == FULL ? whole : 1;
    }
}
