package no.synkvakt.feed;

import static no.synkvakt.feed.RowColumn.ADDED;
import static no.synkvakt.feed.RowColumn.CHANGED;
import static no.synkvakt.feed.RowColumn.CYCLE;
import static no.synkvakt.feed.RowColumn.DELETED;
import static no.synkvakt.feed.RowColumn.FINISHED_AT;
import static no.synkvakt.feed.RowColumn.MESSAGE;
import static no.synkvakt.feed.RowColumn.MUNICIPALITY;
import static no.synkvakt.feed.RowColumn.PREVIOUS_TOTAL;
import static no.synkvakt.feed.RowColumn.STARTED_AT;
import static no.synkvakt.feed.RowColumn.STATUS;
import static no.synkvakt.feed.RowColumn.STEP;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import no.synkvakt.base.Characters;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query. */
final class RowReader {

    private final ResultSet row;
    private final RowColumns columns;
    private final EngineClock clock;

    /** @param clock reads times without offset */
    RowReader(ResultSet row, EngineClock clock) throws SQLException {
        this.row = row;
        this.columns = new RowColumns(row.getMetaData());
        this.clock = clock;
    }

    /** The row the result stands at. */
    EngineRow read() throws SQLException {
        return new EngineRow(
                String.valueOf(text(MUNICIPALITY)),
                String.valueOf(text(CYCLE)),
                String.valueOf(text(STEP)),
                time(STARTED_AT),
                time(FINISHED_AT),
                text(STATUS),
                text(MESSAGE),
                number(ADDED),
                number(CHANGED),
                number(DELETED),
                number(PREVIOUS_TOTAL));
    }

    private @Nullable String text(RowColumn column) throws SQLException {
        @Nullable Integer index = columns.index(column).orElse(null);
        @Nullable String text = index == null ? null : row.getString(index);
        return text == null ? null : Characters.line(text);
    }

    private @Nullable Long number(RowColumn column) throws SQLException {
        @Nullable Integer index = columns.index(column).orElse(null);
        if (index == null) {
            return null;
        }
        long number = row.getLong(index);
        return row.wasNull() ? null : number;
    }

    private @Nullable EngineTime time(RowColumn column) throws SQLException {
        int index = columns.index(column).orElseThrow();
        if (columns.isWithOffset(column)) {
            @Nullable OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
            return time == null ? null : EngineTime.of(time.toInstant());
        }
        @Nullable LocalDateTime time = row.getObject(index, LocalDateTime.class);
        return time == null ? null : clock.read(time);
    }
}
