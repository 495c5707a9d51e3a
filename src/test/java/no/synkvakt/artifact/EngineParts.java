package no.synkvakt.artifact;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Engines that report nothing: one keeps a PostgreSQL, the other what looks like a SQL Server until it is logged in to. */
public class EngineParts implements QuarkusTestResourceLifecycleManager {

    private static final String QUERY =
            "select owner as municipality, run as cycle, job as step, begun as started_at, ended as finished_at from job_run";

    private static @Nullable EmbeddedPostgres engine;
    private @Nullable SqlServerDoor door;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            engine = started;
            execute("create table job_run (owner text, run text, job text, begun timestamp, ended timestamptz)");
            SqlServerDoor shut = SqlServerDoor.open();
            door = shut;
            Map<String, String> settings = new HashMap<>(feed("efeide", started.getJdbcUrl("postgres", "postgres")));
            settings.putAll(
                    feed("other", "jdbc:sqlserver://localhost:" + shut.port() + ";databaseName=engine;encrypt=false"));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> feed(String name, String url) {
        String feed = "synkvakt.feeds." + name + ".";
        return Map.of(
                feed + "url", url,
                feed + "username", "postgres",
                feed + "password", "postgres",
                feed + "query", QUERY,
                feed + "zone", "UTC",
                feed + "every", "1s",
                feed + "timeout", "5s");
    }

    /** What the engine does. */
    static void execute(String sql) {
        if (engine == null) {
            throw new AssertionError("the engine has no database");
        }
        try (Connection connection = engine.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (engine != null) {
                engine.close();
            }
            if (door != null) {
                door.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
