package no.synkvakt.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL that keeps data and port through what is done to it. */
final class Database implements AutoCloseable {

    private static final String CONNECTIONS = "40";

    private final Path data;
    private EmbeddedPostgres postgres;

    private Database(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    static Database in(Path dir) {
        Path data = dir.resolve("data");
        return new Database(data, start(data, 0));
    }

    /** How Synkvakt reaches it. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres"));
    }

    /** Connections of those who look after it, which it keeps for them. */
    DataSource asOperator() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        source.setUser("postgres");
        return source;
    }

    Connection connect() {
        try {
            return asOperator().getConnection();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
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

    /** It is shut down: what is under way is broken off, what is committed is written. */
    void stops() {
        close();
    }

    /** All at once, as when its machine loses power: what is committed is in its log alone. */
    void crashes() {
        postgres.getProcess().destroyForcibly();
        close();
    }

    void startsAgain() {
        postgres = start(data, postgres.getPort());
    }

    private static EmbeddedPostgres start(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", CONNECTIONS)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
