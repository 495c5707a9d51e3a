package no.synkvakt.artifact;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import no.synkvakt.testing.SharedPostgres;
import no.synkvakt.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Engines that report nothing: one keeps a PostgreSQL, two what passes for a SQL Server, the first of which lets nobody in. */
public class EngineParts implements QuarkusTestResourceLifecycleManager {

    private static final String QUERY =
            "select owner as municipality, run as cycle, job as step, begun as started_at, ended as finished_at from job_run";

    static final String REFUSAL = "Login failed for user 'postgres'.";
    static final String OWNER = "Behind the door";

    /** With seconds that are always written. */
    static final LocalDateTime BEGUN = LocalDateTime.now(ZoneOffset.UTC)
            .minusMinutes(2)
            .truncatedTo(ChronoUnit.MINUTES)
            .plusSeconds(7);

    private static @Nullable TestDatabase engine;

    private final SqlServerDoor shut = new SqlServerDoor(TdsTokens.refusal(REFUSAL), asked -> TdsTokens.done());
    private final SqlServerDoor open = new SqlServerDoor(TdsTokens.welcome(), EngineParts::answer);

    @Override
    public Map<String, String> start() {
        TestDatabase database = SharedPostgres.newDatabase();
        database.execute("create table job_run (owner text, run text, job text, begun timestamp, ended timestamptz)");
        engine = database;
        Map<String, String> settings = new HashMap<>(feed("efeide", database.url()));
        settings.putAll(feed("shut", "jdbc:sqlserver://localhost:" + shut.port() + ";encrypt=false"));
        settings.putAll(feed("open", "jdbc:sqlserver://localhost:" + open.port() + ";encrypt=false"));
        return settings;
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

    /** One step that began when the test did, in UTC. */
    private static byte[] answer(String asked) {
        if (!asked.contains("job_run")) {
            return TdsTokens.done();
        }
        TdsTokens columns = new TdsTokens()
                .columns(5)
                .nvarchar("municipality")
                .nvarchar("cycle")
                .nvarchar("step")
                .datetime2("started_at")
                .datetimeoffset("finished_at");
        return asked.toLowerCase(Locale.ROOT).contains("fmtonly")
                ? columns.end(0)
                : columns.row()
                        .cell(OWNER)
                        .cell("tonight")
                        .cell("Import SAS")
                        .cell(BEGUN, false)
                        .cell(BEGUN.plusSeconds(1), true)
                        .end(0);
    }

    /** What the engine does. */
    static void execute(String sql) {
        if (engine == null) {
            throw new AssertionError("the engine has no database");
        }
        engine.execute(sql);
    }

    @Override
    public void stop() {
        shut.close();
        open.close();
    }
}
