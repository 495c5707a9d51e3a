package no.synkvakt.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL is asked for one event of a cycle under way, without Synkvakt: the same statements in the same transaction,
 * from plain JDBC. What Hibernate and the rules add, HTTP and JSON too, is the difference.
 */
final class BareSql implements Load.Client {

    private final Machine machine;
    private final Connection connection;
    private final List<PreparedStatement> statements = new ArrayList<>();

    BareSql(Machine machine, List<String> sql) {
        this.machine = machine;
        try {
            connection = this.machine.connect();
            connection.setAutoCommit(false);
            for (String one : sql) {
                statements.add(connection.prepareStatement(one));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void act(long number) {
        try {
            for (PreparedStatement statement : statements) {
                bind(statement, number);
                statement.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Each statement says {@code ?} for the owner, and {@code ?} for the number of the event after it where it has two. */
    private static void bind(PreparedStatement statement, long number) throws SQLException {
        int parameters = statement.getParameterMetaData().getParameterCount();
        if (parameters > 0) {
            statement.setString(1, Night.owner((int) (number % Night.OWNERS)));
        }
        if (parameters > 1) {
            statement.setString(2, "bare-" + number);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
