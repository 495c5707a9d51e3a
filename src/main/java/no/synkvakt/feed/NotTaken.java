package no.synkvakt.feed;

import no.synkvakt.base.FieldError;

/** A row that cannot become events, and why. */
class NotTaken extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotTaken(RowColumn column, String value, String accepted) {
        super(column.toString());
        this.reason = new FieldError(column.toString(), value, accepted).toString();
    }

    String reason() {
        return reason;
    }
}
