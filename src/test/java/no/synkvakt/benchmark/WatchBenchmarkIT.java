package no.synkvakt.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Watching a million open steps, finding the late ones among them. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true", disabledReason = "takes 25 minutes: -Dbenchmark=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchBenchmarkIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration EXPECTED = Duration.ofHours(2);

    @TempDir
    static Path dir;

    private static Machine machine;
    private static Copies copies;

    @BeforeAll
    static void start() {
        machine = new Machine(dir);
        copies = new Copies(machine);
        begins("template.example", Instant.now());
    }

    @AfterAll
    static void end() {
        machine.close();
    }

    @Test
    @Order(1)
    void idleTicks() {
        copies.ofOwner("template.example", "few", 999);
        double few = idle();
        double bare = bareLook();
        row("idle tick, 1,000 open steps", few, "an empty query by the index", bare, "", true);
        copies.ofOwner("template.example", "many", 99_000);
        double many = idle();
        row("idle tick, 100,000 open steps", many, "1,000", few, "at most 1.5 times", many <= few * 1.5);
        copies.ofOwner("template.example", "all", 900_000);
        double all = idle();
        row("idle tick, 1,000,000 open steps", all, "1,000", few, "at most 1.5 times", all <= few * 1.5);
    }

    @Test
    @Order(2)
    void aThousandAtOnce() {
        due(1_000, "the first after the start", Duration.ofSeconds(1));
    }

    @Test
    @Order(3)
    void tenThousandAtOnce() {
        due(10_000, "then", Duration.ofSeconds(5));
    }

    /** A JVM that has found so many has compiled what finds them, as a native image is from its start. */
    @Test
    @Order(4)
    void anotherThousandAtOnce() {
        due(1_000, "the last", Duration.ofSeconds(1));
    }

    /** So many owners' steps are due in one moment; how long the tick takes that finds them, up to its last commit. */
    private static void due(int owners, String when, Duration goal) {
        String name = "late-" + when.replace(' ', '-') + "-";
        Instant due = Instant.now().plusSeconds(20);
        begins(name + ".example", due.minus(EXPECTED));
        copies.ofOwner(name + ".example", name, owners - 1);
        assertThat(Instant.now()).as("all are there before they are due").isBefore(due);
        Ticks before = Ticks.of(machine);
        String found = "select count(*) from stall where municipality like '" + name + "%'";
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> machine.count(found) == owners);
        double seen = Duration.between(due, Instant.now()).toNanos() / 1e6;
        await().atMost(PATIENCE).until(() -> Ticks.of(machine).since(before).count() > 1);
        double ticks = Ticks.of(machine).since(before).seconds() * 1000;
        double bulk = millis(() ->
                machine.execute("update cycle set set_aside = set_aside where municipality like '" + name + "%'"));
        row(
                "%,d due at once among 1,000,000, %s: the tick; %s after they were due, all are found"
                        .formatted(owners, when, Table.millis(seen)),
                ticks,
                "a bulk update of the rows",
                bulk,
                "%d s".formatted(goal.toSeconds()),
                ticks <= goal.toMillis());
        assertThat(machine.count("select count(*) from notice where municipality like '" + name + "%'"))
                .isEqualTo(owners);
    }

    private static void begins(String owner, Instant at) {
        machine.knows(owner, Night.owners().get(0));
        try (Line line = machine.http()) {
            String event = """
                    {"specversion":"1.0","id":"%1$s","source":"/x","type":"no.efeide.sync.step.started","subject":"%1$s",\
                    "time":"%2$s","data":{"cycle":"tonight","step":"import-sas"}}""".formatted(owner, at);
            assertThat(line.ask(Requests.post("/api/v1/events", "application/cloudevents+json", event)))
                    .isEqualTo(202);
        }
    }

    /** The mean of some ticks that find nothing, in milliseconds; the first after a change are left out. */
    private static double idle() {
        pass(5);
        Ticks before = Ticks.of(machine);
        pass(20);
        return Ticks.of(machine).since(before).mean();
    }

    private static void pass(int ticks) {
        Ticks before = Ticks.of(machine);
        await().atMost(PATIENCE).until(() -> Ticks.of(machine).since(before).count() >= ticks);
    }

    private static double bareLook() {
        double looks = Load.times(1, 2_000, client -> new BareSql(machine, Statements.OF_IDLE_TICK));
        return 1000 / looks;
    }

    private static double millis(Runnable act) {
        long before = System.nanoTime();
        act.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static void row(String figure, double millis, String limit, double least, String goal, boolean met) {
        Table.row(
                figure,
                Table.millis(millis),
                limit + ": " + Table.millis(least),
                "%.1f times".formatted(millis / least),
                goal,
                met);
    }
}
