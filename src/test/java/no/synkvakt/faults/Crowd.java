package no.synkvakt.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Others who take every connection that PostgreSQL has to give, those of Synkvakt too. */
final class Crowd implements DatabaseFault.Struck {

    private static final String THROW_OUT_THE_OTHERS = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where backend_type = 'client backend' and application_name <> 'crowd'";

    private static final long PAUSE_NANOS = 10_000_000;

    private final Database database;
    private final List<Connection> taken = new CopyOnWriteArrayList<>();
    private final ExecutorService timer = Executors.newSingleThreadExecutor();

    Crowd(Database database) {
        this.database = database;
        takeAll();
        try (Statement statement = taken.get(0).createStatement()) {
            statement.execute(THROW_OUT_THE_OTHERS);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        timer.execute(this::takeWhatIsLeft);
    }

    private void takeWhatIsLeft() {
        while (!timer.isShutdown()) {
            takeAll();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void takeAll() {
        try {
            while (!timer.isShutdown()) {
                Connection connection = database.asOperator().getConnection();
                taken.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set application_name = 'crowd'");
                }
            }
        } catch (SQLException full) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new AssertionError("the crowd does not go");
            }
            for (Connection connection : taken) {
                connection.close();
            }
        } catch (InterruptedException | SQLException e) {
            throw new AssertionError(e);
        }
    }
}
