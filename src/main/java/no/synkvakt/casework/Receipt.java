package no.synkvakt.casework;

import no.synkvakt.base.FieldError;

/** What became of one event. */
public sealed interface Receipt {

    /** Durable once the transaction is. */
    record Accepted() implements Receipt {}

    /** An event of that source and id was there before. */
    record Duplicate() implements Receipt {}

    /** Refused, for the reason given. */
    record Rejected(FieldError error) implements Receipt {}
}
