package no.synkvakt.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Empties the tables that hold rows, children before their municipality; what signs links stays. A few rows are deleted, which
 * costs a fiftieth of a {@code truncate}; of a table that has grown, all pages are given back, and plans no longer go by them.
 */
final class DatabaseCleaner {

    private static final String DEADLOCK = "40P01";

    /** The lock waits for what the test before has left under way. */
    private static final String EMPTY = """
            do $$
            declare
                name text;
                filled boolean;
            begin
                lock table municipality, event, cycle, stall, outage, notice, feed, look, attendance, silence, audit
                    in share row exclusive mode;
                for name in
                    select relname from pg_class
                    where relnamespace = 'public'::regnamespace and relkind = 'r'
                        and relname not in ('flyway_schema_history', 'link_key')
                    order by relname = 'municipality'
                loop
                    execute format('select exists (select from %I)', name) into filled;
                    if pg_relation_size(format('%I', name)) > 1024 * 1024 then
                        execute format('truncate %I cascade', name);
                        execute format('analyze %I', name);
                    elsif filled then
                        execute format('delete from %I', name);
                    end if;
                end loop;
            end $$""";

    private final DataSource database;

    DatabaseCleaner(DataSource database) {
        this.database = database;
    }

    /** A page left open by the test before may be reading meanwhile: then PostgreSQL ends one of the two. */
    void clean() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        } catch (SQLException e) {
            if (!DEADLOCK.equals(e.getSQLState())) {
                throw new AssertionError(e);
            }
            clean();
        }
    }
}
