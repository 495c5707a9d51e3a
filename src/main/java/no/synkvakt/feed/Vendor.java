package no.synkvakt.feed;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The databases that can be looked at, and how each is kept from being hurt by that. */
enum Vendor {
    /** Its transactions can be read-only. */
    POSTGRESQL("jdbc:postgresql:") {
        @Override
        Driver driver() {
            return new org.postgresql.Driver();
        }

        @Override
        void limit(Properties properties, Duration timeout) {
            String seconds = String.valueOf(timeout.toSeconds());
            properties.put("connectTimeout", seconds);
            properties.put("loginTimeout", seconds);
            properties.put("socketTimeout", String.valueOf(timeout.plus(GRACE).toSeconds()));
            properties.put("ApplicationName", NAME);
        }

        @Override
        void begin(Connection connection, Duration timeout) throws SQLException {
            connection.setReadOnly(true);
            execute(connection, "set local statement_timeout = " + timeout.toMillis());
            execute(connection, "set local lock_timeout = " + timeout.toMillis());
            execute(connection, "set local idle_in_transaction_session_timeout = " + timeout.toMillis());
        }
    },
    /** It has no read-only transactions: the user must be one that may only read. What it does is rolled back all the same. */
    SQL_SERVER("jdbc:sqlserver:") {
        @Override
        Driver driver() {
            return new SQLServerDriver();
        }

        @Override
        void limit(Properties properties, Duration timeout) {
            properties.put("loginTimeout", String.valueOf(timeout.toSeconds()));
            properties.put("lockTimeout", String.valueOf(timeout.toMillis()));
            properties.put("socketTimeout", String.valueOf(timeout.plus(GRACE).toMillis()));
            properties.put("applicationIntent", "ReadOnly");
            properties.put("applicationName", NAME);
        }

        @Override
        void begin(Connection connection, Duration timeout) throws SQLException {
            execute(connection, "set deadlock_priority low");
        }
    };

    private static final String NAME = "synkvakt";

    /** The server breaks off first, and says so; only one that says nothing is hung up on. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String prefix;

    Vendor(String prefix) {
        this.prefix = prefix;
    }

    static Optional<Vendor> of(String url) {
        return Stream.of(values())
                .filter(vendor -> url.startsWith(vendor.prefix))
                .findFirst();
    }

    /** Named here, not found by its service file: a native executable has what it is told of. */
    abstract Driver driver();

    /** Limits of time for whatever has no answer. */
    abstract void limit(Properties properties, Duration timeout);

    /** The first of a transaction. */
    abstract void begin(Connection connection, Duration timeout) throws SQLException;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
