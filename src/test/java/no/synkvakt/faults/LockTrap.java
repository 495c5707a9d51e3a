package no.synkvakt.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import no.synkvakt.testing.Stored;
import no.synkvakt.testing.TestDatabase;

/** A trigger that waits for a lock which the trap holds. */
final class LockTrap implements Trap {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    private final TestDatabase database;
    private final String table;
    private final Connection holder;

    LockTrap(TestDatabase database, String trigger) {
        this.database = database;
        this.table = trigger.replaceAll("(?s).* on (\\w+).*", "$1");
        this.holder = database.connect();
        execute("select pg_advisory_lock(4711)");
        database.execute("""
                create or replace function trap() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock_shared(4711);
                    return new;
                end $$""", trigger + " execute function trap()");
    }

    @Override
    public void awaitCaught() {
        Stored stored = new Stored(database.asOperator());
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> !"0".equals(stored.value(WAITING)));
    }

    @Override
    public void close() {
        try (holder) {
            execute("select pg_advisory_unlock(4711)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        database.execute("drop trigger trap on " + table);
    }

    private void execute(String sql) {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
