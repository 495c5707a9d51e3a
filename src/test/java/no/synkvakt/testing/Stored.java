package no.synkvakt.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the database holds, looked at behind Synkvakt's back. */
public final class Stored {

    private static final String COLUMNS = """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name <> 'flyway_schema_history'""";

    private final DataSource database;

    public Stored(DataSource database) {
        this.database = database;
    }

    public long rows(String table) {
        return Long.parseLong(String.valueOf(value("select count(*) from " + table)));
    }

    /** The one value that a query gives, as text. */
    public @Nullable String value(String query) {
        List<@Nullable String> values = values(query);
        if (values.size() != 1) {
            throw new AssertionError(values.size() + " rows: " + query);
        }
        return values.get(0);
    }

    /** The first column of a query's rows, as text. */
    public List<@Nullable String> values(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<@Nullable String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Every column of every table that holds the text in some row. */
    public List<String> placesOf(String text) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(COLUMNS)) {
            List<String> places = new ArrayList<>();
            while (columns.next()) {
                String table = columns.getString(1);
                String column = columns.getString(2);
                boolean bytes = columns.getString(3).equals("bytea");
                if (holds(connection, table, bytes ? "encode(" + column + ", 'escape')" : column + "::text", text)) {
                    places.add(table + "." + column);
                }
            }
            return places;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holds(Connection connection, String table, String expression, String text)
            throws SQLException {
        String query = "select 1 from " + table + " where strpos(" + expression + ", ?) > 0";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, text);
            return statement.executeQuery().next();
        }
    }
}
