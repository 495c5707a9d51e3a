package no.synkvakt.feed;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a query has what, by the names of its columns, in any case and order. */
final class RowColumns {

    /** What PostgreSQL and SQL Server call a time that is stored with its offset. */
    private static final Set<String> WITH_OFFSET = Set.of("timestamptz", "datetimeoffset");

    private final Map<RowColumn, Integer> indexes = new HashMap<>();
    private final Set<RowColumn> withOffset = new TreeSet<>();

    /** @throws IllegalArgumentException when a column is missing, not known, there twice, or of another type */
    RowColumns(ResultSetMetaData described) throws SQLException {
        for (int index = 1; index <= described.getColumnCount(); index++) {
            String name = described.getColumnLabel(index);
            RowColumn column = RowColumn.of(name).orElseThrow(() -> refused(name + " is no column of a feed"));
            if (indexes.put(column, index) != null) {
                throw refused("the column " + column + " is there twice");
            }
            String type = described.getColumnTypeName(index).toLowerCase(Locale.ROOT);
            if (!column.kind().accepts(described.getColumnType(index))) {
                throw new IllegalArgumentException(column + " is of the type " + type + "; accepted: "
                        + column.kind().accepted());
            }
            if (WITH_OFFSET.contains(type)) {
                withOffset.add(column);
            }
        }
        String missing = Stream.of(RowColumn.values())
                .filter(column -> column.isNeeded() && !indexes.containsKey(column))
                .map(RowColumn::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw refused("it has no column " + missing);
        }
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(what + "; accepted: " + RowColumn.all());
    }

    Optional<Integer> index(RowColumn column) {
        return Optional.ofNullable(indexes.get(column));
    }

    boolean isWithOffset(RowColumn column) {
        return withOffset.contains(column);
    }
}
