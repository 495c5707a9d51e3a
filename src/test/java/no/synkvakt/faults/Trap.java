package no.synkvakt.faults;

import com.google.errorprone.annotations.Immutable;

/** Catches Synkvakt at a point of its way. */
interface Trap extends AutoCloseable {

    /** Returns when Synkvakt has come to the point. */
    void awaitCaught();

    /** Lets go of it, and leaves nothing behind. */
    @Override
    void close();

    /** A trap that can be set as often as wanted. */
    @Immutable
    @FunctionalInterface
    interface Kind {
        Trap set(World world);
    }

    /** PostgreSQL's server process waits within the transaction, at a row that fits. */
    static Kind held(String event, String when) {
        return world ->
                new LockTrap(world.database, "create trigger trap " + event + " for each row when (" + when + ")");
    }

    /** The same when the transaction is about to be committed. */
    static Kind heldAtCommit(String event) {
        return world -> new LockTrap(
                world.database,
                "create constraint trigger trap after " + event + " deferrable initially deferred for each row");
    }

    /** The commit has been made, and PostgreSQL tells of it. */
    static Kind told(String event, String when) {
        return world ->
                new NewsTrap(world.database, "create trigger trap " + event + " for each row when (" + when + ")");
    }

    /** The mail server has heard a command, and does not answer. */
    static Kind atMailServer(String command) {
        return world -> new MailTrap(world.mail, command);
    }
}
