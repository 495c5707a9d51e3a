package no.synkvakt.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL, as Synkvakt reaches it and those who look after it. */
@FunctionalInterface
public interface TestDatabase extends AutoCloseable {

    String USER = "postgres";

    /** Its address for JDBC. */
    String url();

    /** How Synkvakt reaches it. */
    default Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", USER,
                "quarkus.datasource.password", USER);
    }

    /** Connections of those who look after it. */
    default DataSource asOperator() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(USER);
        return source;
    }

    default Connection connect() {
        try {
            return asOperator().getConnection();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    default void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends what was started for it alone. */
    @Override
    default void close() {}
}
