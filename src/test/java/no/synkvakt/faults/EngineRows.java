package no.synkvakt.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import no.synkvakt.faults.Owners.Owner;
import no.synkvakt.testing.Stored;
import org.jspecify.annotations.Nullable;

/** An engine that reports nothing: what it does is in the rows of its own PostgreSQL. */
final class EngineRows implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WAITING =
            "select count(*) from pg_locks where relation = 'job_run'::regclass and not granted";

    final Database database;
    private @Nullable Connection holder;

    EngineRows(Database database) {
        this.database = database;
        database.execute(
                "create table job_run (owner text primary key, job text, begun timestamptz, ended timestamptz)",
                "create role synkvakt login password 'synkvakt'",
                "grant select on job_run to synkvakt");
    }

    /** How Synkvakt reads it: each second, as a user who may only read. */
    Map<String, String> settings() {
        return Map.of(
                "synkvakt.feeds.efeide.url", database.url(),
                "synkvakt.feeds.efeide.username", "synkvakt",
                "synkvakt.feeds.efeide.password", "synkvakt",
                "synkvakt.feeds.efeide.every", "1s",
                "synkvakt.feeds.efeide.timeout", "5s",
                "synkvakt.feeds.efeide.query",
                        "select owner as municipality, 'tonight' as cycle, job as step, begun as started_at,"
                                + " ended as finished_at from job_run");
    }

    /** The step that will be late begins. */
    void begins(Owner owner) {
        String row = "insert into job_run values ('" + owner.id() + "', '" + owner.step() + "', now())";
        if (holder == null) {
            database.execute(row);
        } else {
            execute(holder, row);
        }
    }

    void endsAll() {
        database.execute("update job_run set ended = now() where ended is null");
    }

    /** Whoever reads waits until it is let go; what the engine does meanwhile is to be seen then. */
    Trap held() {
        Connection held = database.connect();
        execute(held, "begin", "lock table job_run in access exclusive mode");
        holder = held;
        Stored stored = new Stored(database.asOperator());
        return new Trap() {
            @Override
            public void awaitCaught() {
                await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> !"0"
                        .equals(String.valueOf(stored.value(WAITING))));
            }

            @Override
            public void close() {
                holder = null;
                try (held) {
                    execute(held, "commit");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static void execute(Connection connection, String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
