package no.synkvakt.board;

/** Something that a page shows and that may change while it is looked at. */
record Topic(Kind kind, String id) {

    /** What kind of page. */
    enum Kind {
        BOARD,
        STALL,
        OUTAGE,
        MUNICIPALITY
    }

    static final Topic BOARD = new Topic(Kind.BOARD, "");

    static Topic stall(String id) {
        return new Topic(Kind.STALL, id);
    }

    static Topic outage(String id) {
        return new Topic(Kind.OUTAGE, id);
    }

    static Topic municipality(String id) {
        return new Topic(Kind.MUNICIPALITY, id);
    }
}
