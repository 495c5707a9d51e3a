package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.PackagedSynkvakt;
import no.synkvakt.testing.Stored;

/** The packaged Synkvakt with a heap as in the image, a PostgreSQL that keeps what it says it has, and a mail server, side by side. */
final class Machine implements AutoCloseable {

    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx256m");
    private static final String USER = "postgres";

    final EmbeddedPostgres postgres;
    final Sink sink = new Sink();
    final Stored stored;
    private final Path dir;
    private PackagedSynkvakt synkvakt;

    Machine(Path dir) {
        this.dir = dir;
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(dir.resolve("data"))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stored = new Stored(postgres.getPostgresDatabase());
        synkvakt = start();
    }

    private PackagedSynkvakt start() {
        Map<String, String> settings = new HashMap<>(Key.settings());
        settings.putAll(Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl(USER, USER),
                "quarkus.datasource.username", USER,
                "quarkus.datasource.password", USER,
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", String.valueOf(sink.port()),
                "quarkus.mailer.from", "synkvakt@synkvakt.example",
                "synkvakt.watch.every", "1s",
                "synkvakt.notice.hold", "1h",
                "synkvakt.limit.per-key", "1000000",
                "synkvakt.limit.per-address", "1000000"));
        return PackagedSynkvakt.launch(dir, settings, JVM).untilReady();
    }

    /** All owners are put. */
    void knowsOwners() {
        List<String> owners = Night.owners();
        try (Line line = http()) {
            IntStream.range(0, owners.size()).forEach(number -> knows(line, Night.owner(number), owners.get(number)));
        }
    }

    void knows(String id, String profile) {
        try (Line line = http()) {
            knows(line, id, profile);
        }
    }

    private static void knows(Line line, String id, String profile) {
        assertThat(line.ask(Requests.put("/api/v1/municipalities/" + id, profile)))
                .isEqualTo(201);
    }

    PackagedSynkvakt synkvakt() {
        return synkvakt;
    }

    Line http() {
        return new Line(synkvakt.port());
    }

    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String query) {
        return Long.parseLong(String.valueOf(stored.value(query)));
    }

    @Override
    public void close() {
        synkvakt.kill();
        sink.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
