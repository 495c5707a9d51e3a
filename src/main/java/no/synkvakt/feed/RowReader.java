package no.synkvakt.feed;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query by the names of their columns, in any case and order. */
final class RowReader {

    private static final List<String> NEEDED = List.of("municipality", "cycle", "step", "started_at", "finished_at");
    private static final List<String> KNOWN = List.of(
            "municipality",
            "cycle",
            "step",
            "started_at",
            "finished_at",
            "status",
            "message",
            "added",
            "changed",
            "deleted",
            "previous_total");

    /** What PostgreSQL and SQL Server call a time that is stored with its offset. */
    private static final Set<String> WITH_OFFSET = Set.of("timestamptz", "datetimeoffset");

    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final ZoneId zone;

    /**
     * @param zone of times without offset; of an hour that comes twice in the night, the first is meant
     * @throws IllegalArgumentException when a column is missing, or not known
     */
    RowReader(ResultSetMetaData described, ZoneId zone) throws SQLException {
        this.zone = zone;
        for (int index = 1; index <= described.getColumnCount(); index++) {
            String name = described.getColumnLabel(index).toLowerCase(Locale.ROOT);
            columns.put(name, index);
            types.put(name, described.getColumnTypeName(index).toLowerCase(Locale.ROOT));
        }
        refuse("It has no column ", without(NEEDED, columns.keySet()), NEEDED);
        refuse("It has a column nobody knows, ", without(columns.keySet(), KNOWN), KNOWN);
    }

    private static Set<String> without(Collection<String> all, Collection<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static void refuse(String what, Set<String> columns, List<String> accepted) {
        if (!columns.isEmpty()) {
            throw new IllegalArgumentException(
                    what + String.join(", ", columns) + "; accepted: " + String.join(", ", accepted));
        }
    }

    EngineRow read(ResultSet row) throws SQLException {
        return new EngineRow(
                String.valueOf(text(row, "municipality")),
                String.valueOf(text(row, "cycle")),
                String.valueOf(text(row, "step")),
                time(row, "started_at"),
                time(row, "finished_at"),
                text(row, "status"),
                text(row, "message"),
                number(row, "added"),
                number(row, "changed"),
                number(row, "deleted"),
                number(row, "previous_total"));
    }

    private @Nullable String text(ResultSet row, String column) throws SQLException {
        @Nullable Integer index = columns.get(column);
        @Nullable String text = index == null ? null : row.getString(index);
        return text == null ? null : text.strip();
    }

    private @Nullable Long number(ResultSet row, String column) throws SQLException {
        @Nullable Integer index = columns.get(column);
        if (index == null) {
            return null;
        }
        long number = row.getLong(index);
        return row.wasNull() ? null : number;
    }

    private @Nullable Instant time(ResultSet row, String column) throws SQLException {
        int index = columns.getOrDefault(column, 0);
        if (WITH_OFFSET.contains(types.get(column))) {
            @Nullable OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        @Nullable LocalDateTime time = row.getObject(index, LocalDateTime.class);
        return time == null ? null : time.atZone(zone).toInstant();
    }
}
