package no.synkvakt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/**
 * A test of what something costs, as PostgreSQL itself counts: that no table is read through, nor an index. So it is at first,
 * and with the plans that PostgreSQL goes over to when it has been asked often.
 */
public abstract class CostTest extends FlowTest {

    private static final int FEW = FullDatabase.ROWS / 100;
    private static final int OFTEN = 15;

    private static final String READ = """
            select relname, pg_stat_get_xact_tuples_returned(oid) from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')""";

    /** What other tests' plans go by. */
    @AfterEach
    void empty() {
        sql("truncate municipality, event, cycle, stall, outage, notice, feed, attendance, silence cascade");
        sql("analyze");
    }

    /** Others' rows, many. */
    protected void fill() {
        FullDatabase.filling(clock.instant().toString()).forEach(this::sql);
    }

    /** Done often, in one transaction. */
    protected void readsLittle(Runnable act) {
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            assertThat(muchReadBy(act)).as("the first time").isEmpty();
            IntStream.range(1, OFTEN).forEach(time -> act.run());
            assertThat(muchReadBy(act)).as("after many times").isEmpty();
        });
    }

    /** The tables and indexes of which more than a few entries were read, and how many. */
    private Map<String, Long> muchReadBy(Runnable act) {
        Map<String, Long> before = read();
        act.run();
        Map<String, Long> much = read();
        much.replaceAll((name, entries) -> entries - before.getOrDefault(name, 0L));
        much.values().removeIf(entries -> entries <= FEW);
        return much;
    }

    private Map<String, Long> read() {
        Map<String, Long> entries = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(READ)) {
            while (rows.next()) {
                entries.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return entries;
    }
}
