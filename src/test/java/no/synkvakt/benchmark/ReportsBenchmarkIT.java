package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What engines and scheduled tasks report: how much of it is taken in. The figures fail nobody; what is stored afterwards does. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportsBenchmarkIT {

    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration COUNTED = Duration.ofSeconds(10);
    private static final String ONE = "application/cloudevents+json";
    private static final String MANY = "application/cloudevents-batch+json";

    @TempDir
    static Path dir;

    private static Machine machine;
    private static double singles;

    @BeforeAll
    static void start() {
        machine = new Machine(dir);
        machine.knowsOwners();
    }

    @AfterAll
    static void end() {
        machine.close();
    }

    @Test
    @Order(1)
    void singleEvents() {
        AtomicLong turn = new AtomicLong();
        singles = Load.closed(
                CLIENTS,
                WARM_UP,
                COUNTED,
                turn,
                client -> new HttpClient(
                        machine, number -> Requests.post("/api/v1/events", ONE, Night.event("single", number)), 202));
        double bare = Load.closed(
                CLIENTS,
                Duration.ofSeconds(2),
                COUNTED,
                new AtomicLong(),
                client -> new BareSql(machine, Statements.OF_EVENT));
        Table.rate(
                "single events, 16 clients",
                singles,
                "the same SQL",
                bare,
                "50 %, 2,000/s",
                singles >= 2000 && singles >= bare / 2);
        audit("single", turn.get());
    }

    @Test
    @Order(2)
    void batches() {
        int size = 504;
        AtomicLong turn = new AtomicLong();
        double batches = Load.closed(
                4,
                WARM_UP,
                COUNTED,
                turn,
                client -> new HttpClient(
                        machine,
                        number -> Requests.post("/api/v1/events", MANY, Night.batch("batch", number, size)),
                        202));
        Table.rate(
                "events in batches of 504, 4 clients",
                batches * size,
                "-",
                batches * size,
                "20,000/s",
                batches * size >= 20_000);
        audit("batch", turn.get() * size);
    }

    @Test
    @Order(3)
    void pings() {
        List<String> keys = machine.stored.values("select ping_key from municipality order by length(id), id").stream()
                .map(String::valueOf)
                .toList();
        double pings = Load.closed(
                CLIENTS,
                WARM_UP,
                COUNTED,
                new AtomicLong(),
                client -> new HttpClient(machine, number -> Requests.ping(Night.ping(keys, number)), 200));
        Table.rate("pings, 16 clients", pings, "single events", singles, "no slower", pings >= singles * 0.95);
    }

    /** Each event is there once, and the cycles are what their events make of them. */
    private static void audit(String run, long sent) {
        assertThat(machine.count("select count(*) from event where id like '" + run + "-%'"))
                .isEqualTo(sent);
        assertThat(machine.count("select count(*) from cycle where id like '" + run + "-%' and state = 'COMPLETED'"))
                .isEqualTo(machine.count("select count(*) from (select municipality, cycle from event where id like '"
                        + run + "-%' and type = 'STEP_COMPLETED' group by 1, 2 having count(*) = "
                        + Night.CHAIN.size() + ") whole"));
        assertThat(machine.count("select count(*) from stall")).isZero();
    }
}
