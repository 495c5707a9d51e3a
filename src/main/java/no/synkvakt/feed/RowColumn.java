package no.synkvakt.feed;

import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a feed's query returns, by these names; see {@link EngineRow}. */
enum RowColumn {
    MUNICIPALITY(Kind.TEXT),
    CYCLE(Kind.TEXT),
    STEP(Kind.TEXT),
    STARTED_AT(Kind.TIME),
    FINISHED_AT(Kind.TIME),
    STATUS(Kind.TEXT),
    MESSAGE(Kind.TEXT),
    ADDED(Kind.COUNT),
    CHANGED(Kind.COUNT),
    DELETED(Kind.COUNT),
    PREVIOUS_TOTAL(Kind.COUNT);

    /** What a column holds. */
    enum Kind {
        /** Every type is read as text. */
        TEXT(Set.of(), "any type"),
        /** {@code -155} is SQL Server's datetimeoffset. */
        TIME(Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, -155), "a date with a time of day"),
        COUNT(Set.of(Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT), "an integer type");

        private final Set<Integer> types;
        private final String accepted;

        Kind(Set<Integer> types, String accepted) {
            this.types = types;
            this.accepted = accepted;
        }

        /** @param type as {@link Types} numbers it */
        boolean accepts(int type) {
            return this == TEXT || types.contains(type);
        }

        String accepted() {
            return accepted;
        }
    }

    private final Kind kind;

    RowColumn(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The others may be left out. */
    boolean isNeeded() {
        return compareTo(STATUS) < 0;
    }

    static Optional<RowColumn> of(String name) {
        return Arrays.stream(values())
                .filter(column -> column.toString().equalsIgnoreCase(name))
                .findFirst();
    }

    static String all() {
        return Stream.of(values()).map(RowColumn::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
