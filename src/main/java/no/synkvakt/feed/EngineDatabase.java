package no.synkvakt.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import no.synkvakt.feed.FeedSettings.FeedSetting;
import org.jspecify.annotations.Nullable;

/**
 * An engine's database. Each look is a connection and a transaction of its own that is rolled back, with a limit for each time and
 * for the rows: looking can never hurt it.
 */
final class EngineDatabase {

    private static final int AT_ONCE = 500;

    /** Classes of SQLSTATE: the connection, a rollback, resources, a lock, an operator, the system, the driver's time. */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "40", "53", "55", "57", "58", "HY");

    /** Kubernetes waits for a start, but not for long. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(5);

    private final FeedSetting setting;
    private final Vendor vendor;

    EngineDatabase(FeedSetting setting, Vendor vendor) {
        this.setting = setting;
        this.vendor = vendor;
    }

    /** Something done while connected. */
    private interface Work<T> {
        T with(PreparedStatement query) throws SQLException;
    }

    /**
     * What the query finds.
     *
     * @param clock of times without offset
     * @throws TooManyRows when that is more than may be
     */
    List<EngineRow> rows(EngineClock clock) throws SQLException, TooManyRows {
        List<EngineRow> rows = queried(setting.timeout(), query -> {
            try (ResultSet found = query.executeQuery()) {
                RowReader reader = new RowReader(found, clock);
                List<EngineRow> read = new ArrayList<>();
                while (found.next()) {
                    read.add(reader.read());
                }
                return read;
            }
        });
        if (rows.size() > setting.mostRows()) {
            throw new TooManyRows(setting.mostRows());
        }
        return rows;
    }

    /**
     * Has the database say what is wrong with the query, without running it.
     *
     * @return its words, or what is wrong with the columns; empty when nothing is wrong
     * @throws SQLException when it cannot be reached
     */
    Optional<String> complaint() throws SQLException {
        return queried(shortest(setting.timeout(), PATIENCE_AT_START), query -> {
            try {
                @Nullable ResultSetMetaData described = query.getMetaData();
                if (described == null) {
                    return Optional.of("it returns no rows");
                }
                new RowColumns(described);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            } catch (SQLException e) {
                if (isOfTheServer(e)) {
                    throw e;
                }
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private static boolean isOfTheServer(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return OF_THE_SERVER.stream().anyMatch(state::startsWith);
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private <T> T queried(Duration timeout, Work<T> work) throws SQLException {
        try (Connection connection = connect(timeout)) {
            connection.setAutoCommit(false);
            T found = queried(connection, timeout, work);
            connection.rollback();
            return found;
        }
    }

    /** What fails here is rolled back with the connection's end: its words are the reason, not those of a rollback that fails too. */
    private <T> T queried(Connection connection, Duration timeout, Work<T> work) throws SQLException {
        vendor.begin(connection, timeout);
        try (PreparedStatement query = connection.prepareStatement(setting.query())) {
            query.setQueryTimeout((int) timeout.toSeconds());
            query.setMaxRows(setting.mostRows() + 1);
            query.setFetchSize(AT_ONCE);
            return work.with(query);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SQLException("The driver failed: " + e, e);
        }
    }

    private Connection connect(Duration timeout) throws SQLException {
        Properties properties = new Properties();
        setting.username().ifPresent(user -> properties.put("user", user));
        setting.password().ifPresent(password -> properties.put("password", password));
        vendor.limit(properties, timeout);
        return vendor.driver().connect(setting.url(), properties);
    }
}
