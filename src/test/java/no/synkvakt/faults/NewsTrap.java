package no.synkvakt.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import no.synkvakt.testing.TestDatabase;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A trigger whose news PostgreSQL brings at the commit, and not before. */
final class NewsTrap implements Trap {

    private static final int PATIENCE_MILLIS = 120_000;

    private final TestDatabase database;
    private final String table;
    private final Connection listener;

    NewsTrap(TestDatabase database, String trigger) {
        this.database = database;
        this.table = trigger.replaceAll("(?s).* on (\\w+).*", "$1");
        this.listener = database.connect();
        try (Statement statement = listener.createStatement()) {
            statement.execute("listen trap");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        database.execute("""
                create or replace function news() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('trap', '');
                    return new;
                end $$""", trigger + " execute function news()");
    }

    @Override
    public void awaitCaught() {
        try {
            PGNotification[] news = listener.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS);
            if (news == null || news.length == 0) {
                throw new AssertionError("nothing came to the trap");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try (listener) {
            database.execute("drop trigger trap on " + table);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
