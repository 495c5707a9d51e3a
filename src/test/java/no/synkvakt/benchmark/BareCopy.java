package no.synkvakt.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;

/** A batch's events as rows, by {@code COPY} and nothing else: no cycle, no duplicate, no rule. */
final class BareCopy implements Load.Client {

    private static final String COPY =
            "copy event (source, id, type, municipality, cycle, step, time, received_at) from stdin";

    private final Connection connection;

    BareCopy(Machine machine) {
        try {
            connection = machine.connect();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void act(long number) {
        StringBuilder rows = new StringBuilder();
        for (int each = 0; each < Reporting.BATCH; each++) {
            String step = Night.CHAIN.get(each / 2 % Night.CHAIN.size());
            String owner = Night.owner(each / Night.EVENTS);
            rows.append(String.join(
                            "\t",
                            "/copy",
                            number + "-" + each,
                            "STEP_STARTED",
                            owner,
                            "copy-" + number,
                            step,
                            Instant.now().toString(),
                            Instant.now().toString()))
                    .append('\n');
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(rows.toString()));
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
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
