package no.synkvakt.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.feed.FeedSettings.FeedSetting;
import no.synkvakt.testing.SharedPostgres;
import no.synkvakt.testing.TestDatabase;

/** An engine's own database, a PostgreSQL beside Synkvakt's, with a table as engines have it. */
final class EngineTables implements AutoCloseable {

    static final String QUERY = "select owner as municipality, run as cycle, job as step, begun as started_at,"
            + " ended as finished_at, result as status, remark as message, added, changed, deleted, total as previous_total"
            + " from job_run";

    private final TestDatabase database = SharedPostgres.newDatabase();

    EngineTables() {
        execute("""
                create table job_run (owner text, run text, job text, begun timestamptz, ended timestamptz, result text,
                    remark text, added int, changed int, deleted int, total int, primary key (owner, run, job))""");
    }

    /** A setting as an operator writes it, with the defaults of {@link FeedSettings}. */
    record Setting(
            String url,
            String query,
            Duration every,
            ZoneId zone,
            Duration timeout,
            int mostRows,
            Map<String, String> municipalities,
            Map<String, String> steps)
            implements FeedSetting {

        @Override
        public Optional<String> username() {
            return Optional.of(TestDatabase.USER);
        }

        @Override
        public Optional<String> password() {
            return Optional.of(TestDatabase.USER);
        }
    }

    Setting setting(String query) {
        return new Setting(
                database.url(),
                query,
                Duration.ofSeconds(1),
                ZoneId.of("Europe/Oslo"),
                Duration.ofSeconds(5),
                1000,
                Map.of(),
                Map.of());
    }

    static EngineFeed feed(FeedSetting setting) {
        Vendor vendor = Vendor.of(setting.url()).orElseThrow();
        return new EngineFeed("efeide", setting, new EngineDatabase(setting, vendor));
    }

    void begins(String owner, String run, String job, Instant at) {
        update(
                "insert into job_run (begun, owner, run, job) values (?, ?, ?, ?)"
                        + " on conflict (owner, run, job) do update set begun = excluded.begun, ended = null, result = null",
                at,
                owner,
                run,
                job);
    }

    void ends(String owner, String run, String job, Instant at) {
        update(
                "insert into job_run (ended, owner, run, job) values (?, ?, ?, ?)"
                        + " on conflict (owner, run, job) do update set ended = excluded.ended, result = 'ok'",
                at,
                owner,
                run,
                job);
    }

    void fails(String owner, String run, String job, Instant at) {
        ends(owner, run, job, at);
        execute(
                "update job_run set result = 'FAILED', remark = 'no route to host' where owner = '%s' and run = '%s' and job = '%s'"
                        .formatted(owner, run, job));
    }

    private void update(String sql, Instant at, String... names) {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            for (int index = 0; index < names.length; index++) {
                update.setString(index + 2, names[index]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever asks about the table waits. */
    void whileLocked(Runnable act) {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table job_run in access exclusive mode");
            act.run();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) {
        database.execute(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
