package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What people and dashboards look at, with a year of history behind it, at 200 requests a second. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesBenchmarkIT {

    private static final int PER_SECOND = 200;
    private static final int CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration COUNTED = Duration.ofSeconds(20);
    private static final int FALLEN_BEHIND = 20;

    @TempDir
    static Path dir;

    private static Machine machine;
    private static double bare;

    @BeforeAll
    static void aYearHasPassed() {
        machine = new Machine(dir);
        machine.knowsOwners();
        try (Line line = machine.http()) {
            for (int number = 0; number < Night.EVENTS; number++) {
                report(line, Night.batch("night", number, Night.OWNERS));
            }
            for (int owner = 0; owner < FALLEN_BEHIND; owner++) {
                report(line, Night.failure(owner));
            }
        }
        Copies copies = new Copies(machine);
        copies.ofNights(365);
        copies.ofStalls(250);
        assertThat(machine.count("select count(*) from cycle")).isGreaterThan(136_000);
        bare = 1000 / Load.times(1, 5_000, client -> new BareSql(machine, Statements.BY_KEY));
    }

    private static void report(Line line, String batch) {
        assertThat(line.ask(Requests.post("/api/v1/events", "application/cloudevents-batch+json", batch)))
                .isEqualTo(202);
    }

    @AfterAll
    static void end() {
        machine.close();
    }

    @Test
    @Order(1)
    void status() {
        look(
                "status of one owner",
                20,
                number -> Requests.get(
                        "/api/v1/municipalities/" + Night.owner((int) (number % Night.OWNERS)) + "/status"));
    }

    @Test
    @Order(2)
    void board() {
        look("board", 50, number -> Requests.get("/"));
    }

    @Test
    @Order(3)
    void stalls() {
        look("list of stalls", 50, number -> Requests.get("/api/v1/stalls?page=" + number % 5));
    }

    private static void look(String what, int goal, LongFunction<byte[]> request) {
        Latencies taken =
                Load.open(PER_SECOND, WARM_UP, COUNTED, CLIENTS, client -> new HttpClient(machine, request, 200));
        double p99 = taken.percentile(99).toNanos() / 1e6;
        double median = taken.percentile(50).toNanos() / 1e6;
        Table.row(
                "%s, %d/s, a year of history: p99; median %s".formatted(what, PER_SECOND, Table.millis(median)),
                Table.millis(p99),
                "a read by primary key: " + Table.millis(bare),
                "%.0f times".formatted(p99 / bare),
                goal + " ms",
                p99 <= goal);
    }
}
