package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import no.synkvakt.metrics.Gauges;
import no.synkvakt.notice.Deliveries;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.FullDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What runs every few seconds costs what is due, not what is watched or was: no table is read through, nor an index, as
 * PostgreSQL itself counts. So it is at first, and with the plans that PostgreSQL goes over to when it has been asked often.
 */
@QuarkusTest
class CostOfWatchingTest extends FlowTest {

    private static final int FEW = FullDatabase.ROWS / 100;
    private static final int OFTEN = 15;

    private static final String READ = """
            select relname, pg_stat_get_xact_tuples_returned(oid) from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')""";

    @Inject
    Gauges gauges;

    @Inject
    Deliveries deliveries;

    /** What other tests' plans go by. */
    @AfterEach
    void empty() {
        sql("truncate municipality, event, cycle, stall, outage, notice, feed, attendance, silence cascade");
        sql("analyze");
    }

    @Test
    void aTickWithNothingDueReadsNextToNothing() {
        fill();
        readsLittle(this::tick);
    }

    @Test
    void aTickReadsWhatIsDue() {
        watched(lillestrom());
        engineOf(lillestrom()).starts("import-visma-flyt");
        clock.advance(Duration.ofMinutes(61));
        fill();
        readsLittle(this::tick);
        assertThat(queried("select municipality from stall where verdict = 'OVERRUN'"))
                .containsExactly(lillestrom().id());
    }

    @Test
    void theFiguresAreReadWithoutWhatIsOver() {
        fill();
        readsLittle(gauges::refresh);
    }

    @Test
    void theSenderLooksAtNothingButWhatWaits() {
        fill();
        readsLittle(() -> deliveries.lease(UUID.randomUUID(), clock.instant()));
    }

    private void fill() {
        FullDatabase.filling(clock.instant().toString()).forEach(this::sql);
    }

    private void readsLittle(Runnable act) {
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
