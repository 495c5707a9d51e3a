package no.synkvakt.faults;

import java.util.EnumSet;
import java.util.Locale;

/** Where on its write paths Synkvakt is killed; each is held still there by something real until it is dead. */
enum Boundary {
    AFTER_REPORT("after the report, before its commit", Trap.held("after insert on event", "true")),
    AFTER_CLAIM("after the claim, before the stall", Trap.held("before insert on stall", "true")),
    AFTER_STALL("after the stall, before its notices", Trap.held("after insert on stall", "true")),
    AT_COMMIT("at the commit of stall and notices", Trap.heldAtCommit("insert on notice")),
    AFTER_COMMIT("after the commit of stall and notices", Trap.told("after insert on stall", "true")),
    AFTER_LEASE("after the lease, before the mail", Trap.atMailServer("MAIL")),
    AFTER_DATA("after the mail, before SMTP's 250", Trap.atMailServer(".")),
    AFTER_250("after SMTP's 250, before the mark", Trap.held("before update on notice", "new.state = 'SENT'")),
    AFTER_MARK("after the mark", Trap.told("after update on notice", "new.state = 'SENT'"));

    final String words;
    final Trap.Kind trap;

    Boundary(String words, Trap.Kind trap) {
        this.words = words;
        this.trap = trap;
    }

    /**
     * Tells whether it is tried in the tests of every day, where a start of Synkvakt takes seconds: one boundary of each kind. What
     * was not committed is rolled back, a lease runs out, a mail that was taken is sent again, and what is committed stands alone.
     */
    boolean inShort() {
        return EnumSet.of(AFTER_STALL, AFTER_LEASE, AFTER_250, AFTER_MARK).contains(this);
    }

    /** Who falls behind at a run of it. */
    String owner(int run) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + run + ".example";
    }

    /** Whether the mail server has taken a mail that Synkvakt does not know to be sent. */
    boolean repeats() {
        return this == AFTER_250;
    }
}
