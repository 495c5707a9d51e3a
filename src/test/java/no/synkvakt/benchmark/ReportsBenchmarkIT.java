package no.synkvakt.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import no.synkvakt.benchmark.Reporting.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What engines and scheduled tasks report: how much of it is taken in. The figures fail nobody; what is stored afterwards does. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true", disabledReason = "takes 25 minutes: -Dbenchmark=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportsBenchmarkIT {

    /**
     * The JVM compiles for so long, and after a minute the first lessons are learned: from then on each report has learned limits
     * beside it, as it has on all days but the first.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(110);

    private static final Duration OF_BARE = Duration.ofSeconds(10);

    @TempDir
    static Path dir;

    private static Machine machine;
    private static Reporting engines;
    private static double singles;

    @BeforeAll
    static void start() {
        machine = new Machine(dir);
        machine.knowsOwners();
        engines = new Reporting(machine);
    }

    @AfterAll
    static void end() {
        machine.close();
    }

    @Test
    @Order(1)
    void singleEvents() {
        Pace pace = engines.singles("single", WARM_UP);
        singles = pace.perSecond();
        double bare = Load.closed(
                16,
                Duration.ofSeconds(2),
                OF_BARE,
                new AtomicLong(),
                client -> new BareSql(machine, Statements.OF_EVENT));
        Table.rate(
                "single events, 16 clients; " + pace.label(),
                singles,
                "one event's SQL by JDBC",
                bare,
                "50 %, 2,000/s",
                singles >= 2000 && singles >= bare / 2);
    }

    @Test
    @Order(2)
    void batches() {
        Pace pace = engines.batches("batch", WARM_UP);
        double bare = Reporting.BATCH
                * Load.closed(4, Duration.ofSeconds(2), OF_BARE, new AtomicLong(), client -> new BareCopy(machine));
        Table.rate(
                "events in batches of %d, 4 clients; %s".formatted(Reporting.BATCH, pace.label()),
                pace.perSecond(),
                "COPY of the rows",
                bare,
                "20,000/s",
                pace.perSecond() >= 20_000);
    }

    @Test
    @Order(3)
    void pings() {
        Pace pace = engines.pings(WARM_UP);
        Table.rate(
                "pings, 16 clients; " + pace.label(),
                pace.perSecond(),
                "single events",
                singles,
                "no slower",
                pace.perSecond() >= singles * 0.95);
    }
}
