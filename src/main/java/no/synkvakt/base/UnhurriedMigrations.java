package no.synkvakt.base;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * A migration may take as long as it takes: one that is broken off by the limits of daily work, on a table that has grown, would
 * keep every new pod from starting. Its connection goes back to the pool with those limits.
 */
public class UnhurriedMigrations extends BaseCallback {

    private static final int NO_LIMIT = 0;

    private int limit;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** @throws FlywayException when the connection is gone */
    @Override
    public void handle(Event event, Context context) {
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                begin(context.getConnection());
            } else {
                context.getConnection().setNetworkTimeout(Runnable::run, limit);
            }
        } catch (SQLException e) {
            throw new FlywayException("The time limits of the migration's connection cannot be changed", e);
        }
    }

    private void begin(Connection connection) throws SQLException {
        limit = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
        }
    }
}
