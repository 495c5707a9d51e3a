package no.synkvakt.testing;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/**
 * A test of what something costs, as PostgreSQL itself counts: that no table is read through, nor an index, nor the large
 * values that are kept beside one. So it is at first, and with the plans that PostgreSQL goes over to when it has been asked
 * often.
 */
public abstract class CostTest extends FlowTest {

    private static final int FEW = 200;
    private static final int OFTEN = 15;

    private static final String READ = """
            select relname, pg_stat_get_xact_tuples_returned(oid) from pg_class
            where relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace) and relkind in ('r', 'i', 't')""";

    @Inject
    EntityManagerFactory factory;

    /** As if nothing had ever been there: of a row that is deleted, its entry in an index would still be read. */
    @Override
    protected void clean() {
        sql(
                "truncate municipality, event, cycle, stall, outage, notice, feed, look, attendance, silence, audit cascade");
        sql("analyze");
    }

    /** Owners who wait for Visma Flyt. */
    protected static List<MunicipalityFixture> owners(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> owner("o" + number + ".example", "Owner " + number, "VISMA_FLYT")
                        .withChain("import-visma-flyt", "synchronization"))
                .toList();
    }

    /** So many are watched, and their import fails. */
    protected void fallBehind(int many) {
        watched(owners(many));
        fails(owners(many), "import-visma-flyt");
    }

    /** In one request. */
    protected void fails(List<MunicipalityFixture> owners, String step) {
        Engine.sendAll(owners.stream()
                .map(owner -> engineOf(owner).event("step.failed", step, Map.of()))
                .toList());
    }

    /** Others' rows, many. */
    protected void fill() {
        FullDatabase.filling(clock.instant().toString()).forEach(this::sql);
    }

    /** So many nights and stalls, that are over, of each cycle and open stall that there is; and a large mail about these. */
    protected void yearsHavePassed(int each) {
        Years.behind(each).forEach(this::sql);
    }

    /** Somebody else commits something, so that nothing is known to be as it was. */
    protected void somethingHappens() {
        sql("insert into audit (id, at, by_whom, deed) values (gen_random_uuid(), now(), 'somebody', 'something')");
    }

    /** How many statements Hibernate sends. */
    protected long statements(Runnable act) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        act.run();
        long statements = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return statements;
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
