package no.synkvakt.feed;

/** The query is too wide: nobody can tell what is missing. */
class TooManyRows extends Exception {

    private static final long serialVersionUID = 1L;

    TooManyRows(int most) {
        super("The query finds more than " + most + " rows (most-rows). Let it find the cycles of the last days only.");
    }
}
