package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import no.synkvakt.benchmark.Reporting.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people and dashboards look at, at 200 requests a second, and what engines report meanwhile: with a year of history behind it,
 * and with a tenth of that.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true", disabledReason = "takes 25 minutes: -Dbenchmark=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesBenchmarkIT {

    private static final int PER_SECOND = 200;
    private static final int CLIENTS = 32;
    private static final int YEAR = 365;
    private static final int STALLS_EACH = 250;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration COUNTED = Duration.ofSeconds(20);
    private static final int FALLEN_BEHIND = 20;

    @TempDir
    static Path dir;

    private static final Map<String, Latencies> OF_A_TENTH = new HashMap<>();
    private static final Map<String, Pace> PACE_OF_A_TENTH = new HashMap<>();
    private static Machine machine;
    private static Copies copies;
    private static Reporting engines;
    private static double bare;

    @BeforeAll
    static void aTenthOfAYearHasPassed() {
        machine = new Machine(dir);
        machine.knowsOwners();
        try (Line line = machine.http()) {
            for (int number = 0; number < Night.EVENTS; number++) {
                report(line, Night.batch("night", number, Night.OWNERS));
            }
        }
        fallBehind(0);
        copies = new Copies(machine);
        engines = new Reporting(machine);
        copies.ofNights("night-0", 1, YEAR / 10);
        copies.ofStalls(1, STALLS_EACH / 10);
    }

    private static void fallBehind(int time) {
        try (Line line = machine.http()) {
            for (int owner = 0; owner < FALLEN_BEHIND; owner++) {
                report(line, Night.failure(owner, time));
            }
        }
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
    void aTenthOfAYear() {
        PACE_OF_A_TENTH.put("single events, 16 clients", engines.singles("few", WARM_UP));
        PACE_OF_A_TENTH.put("events in batches", engines.batches("fewbatch", WARM_UP));
        fallBehind(1);
        OF_A_TENTH.put("status of one owner", look(PagesBenchmarkIT::ofOneOwner));
        OF_A_TENTH.put("board", look(number -> Requests.get("/")));
        OF_A_TENTH.put("list of stalls", look(PagesBenchmarkIT::list));
    }

    @Test
    @Order(2)
    void theRestOfTheYearPasses() {
        copies.ofNights("night-0", YEAR / 10 + 1, YEAR);
        copies.ofStalls(STALLS_EACH / 10 + 1, STALLS_EACH);
        copies.areTidiedUp();
        assertThat(machine.count("select count(*) from cycle")).isGreaterThan(136_000);
        bare = 1000 / Load.times(1, 5_000, client -> new BareSql(machine, Statements.BY_KEY));
    }

    @Test
    @Order(3)
    void singleEvents() {
        grown("single events, 16 clients", engines.singles("many", WARM_UP));
    }

    @Test
    @Order(4)
    void batches() {
        grown("events in batches", engines.batches("manybatch", WARM_UP));
        fallBehind(2);
    }

    @Test
    @Order(5)
    void status() {
        row("status of one owner", 20, look(PagesBenchmarkIT::ofOneOwner));
    }

    @Test
    @Order(6)
    void board() {
        row("board", 50, look(number -> Requests.get("/")));
    }

    @Test
    @Order(7)
    void stalls() {
        row("list of stalls", 50, look(PagesBenchmarkIT::list));
    }

    private static Latencies look(LongFunction<byte[]> request) {
        return Load.open(PER_SECOND, WARM_UP, COUNTED, CLIENTS, client -> new HttpClient(machine, request, 200));
    }

    private static void row(String what, int goal, Latencies year) {
        Latencies tenth = Objects.requireNonNull(OF_A_TENTH.get(what));
        Table.row(
                "%s, %d/s, a year of history: p99; median %s; with a tenth of the data %s, %s"
                        .formatted(what, PER_SECOND, median(year), p99(tenth), median(tenth)),
                p99(year),
                "a read by primary key: " + Table.millis(bare),
                "%.0f times".formatted(year.percentile(99).toNanos() / 1e6 / bare),
                goal + " ms",
                year.percentile(99).toMillis() <= goal);
    }

    private static byte[] ofOneOwner(long number) {
        return Requests.get("/api/v1/municipalities/" + Night.owner((int) (number % Night.OWNERS)) + "/status");
    }

    private static byte[] list(long number) {
        return Requests.get("/api/v1/stalls?page=" + number % 5);
    }

    private static void grown(String what, Pace year) {
        Pace tenth = Objects.requireNonNull(PACE_OF_A_TENTH.get(what));
        Table.rate(
                what + ", a year of history; " + year.label() + ", before " + tenth.label(),
                year.perSecond(),
                "with a tenth of the data",
                tenth.perSecond(),
                "no less than 80 %",
                year.perSecond() >= 0.8 * tenth.perSecond());
    }

    private static String p99(Latencies taken) {
        return Table.millis(taken.percentile(99).toNanos() / 1e6);
    }

    private static String median(Latencies taken) {
        return Table.millis(taken.percentile(50).toNanos() / 1e6);
    }
}
