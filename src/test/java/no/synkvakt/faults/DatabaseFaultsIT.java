package no.synkvakt.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.synkvakt.faults.Owners.Owner;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.PackagedSynkvakt;
import no.synkvakt.testing.SharedPostgres;
import no.synkvakt.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to PostgreSQL while Synkvakt runs, it goes on by itself afterwards, and nothing is lost. */
class DatabaseFaultsIT {

    private static final int RUNS = Form.runs(5);
    /** How long a fault lasts, which is longer than a silent database is waited for; no replica dies of it. */
    private static final Duration LASTS = Form.either(Duration.ofSeconds(10), Duration.ofMillis(2500));

    @TempDir
    static Path dir;

    private static Database database;
    private static World world;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PackagedSynkvakt.isThere(), "no jar was packaged");
        database = Database.in(dir);
        world = new World(dir, database);
        world.starts();
    }

    @AfterAll
    static void end() {
        if (world != null) {
            world.close();
        }
        Findings.show();
    }

    static Stream<DatabaseFault> faults() {
        return Stream.of(DatabaseFault.values());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothingIsLost(DatabaseFault fault) throws InterruptedException {
        world.beginAnew();
        for (int run = 0; run < RUNS; run++) {
            List<Owner> owners = owners(fault.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + run);
            world.owners.put(owners);
            owners.subList(0, 2).forEach(world.owners::report);
            DatabaseFault.Struck struck = fault.strikes(database);
            List<Thread> engines = reporting(owners.subList(2, 5));
            try {
                await().atMost(LASTS.multipliedBy(10)).during(LASTS).until(world::isAlive);
            } finally {
                struck.close();
            }
            for (Thread engine : engines) {
                engine.join();
            }
            owners.subList(5, 6).forEach(world.owners::report);
        }
        conclude(world, fault.words, RUNS);
    }

    @Test
    void nothingIsLostWhenAStandbyTakesOver() throws InterruptedException {
        Assumptions.assumeTrue(Form.CHOSEN == Form.FULL, "takes long");
        int runs = Form.runs(3);
        Audit all = new Audit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int run = 0; run < runs; run++) {
            Failover pair = Failover.between(dir.resolve("pair-" + run));
            try (World own = new World(dir, pair)) {
                own.starts();
                List<Owner> owners = owners("failover-" + run);
                own.owners.put(owners);
                owners.subList(0, 3).forEach(own.owners::report);
                pair.fallsOver();
                owners.subList(3, 6).forEach(own.owners::report);
                all.add(own.settled());
            }
        }
        Findings.note("PostgreSQL fails over to a standby", runs, all);
        assertThat(all.isClean()).as(all.toString()).isTrue();
    }

    /** Who migrates by hand and forgot to is told so at the start, and Synkvakt does not run on what it does not know. */
    @Test
    void aSchemaThatIsBehindIsRefusedByName() {
        TestDatabase behind = SharedPostgres.newDatabase();
        Flyway.configure().dataSource(behind.asOperator()).target("12").load().migrate();
        Map<String, String> settings = new HashMap<>(Key.settings());
        settings.putAll(behind.settings());
        settings.put("quarkus.flyway.migrate-at-start", "false");
        PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, settings);
        assertThat(synkvakt.untilEnded()).isNotZero();
        assertThat(synkvakt.log()).contains("The database's schema is at version 12, and this Synkvakt needs");
        Findings.note("schema behind: refused at start", 1, new Audit(List.of(), List.of(), List.of()));
    }

    private static void conclude(World world, String fault, int runs) {
        Audit audit = world.settled();
        Findings.note(fault, runs, audit);
        assertThat(audit.isClean()).as(audit.toString()).isTrue();
    }

    private static List<Owner> owners(String of) {
        return IntStream.range(0, 6)
                .mapToObj(number -> new Owner(of + "-" + number + ".example", number % 2 == 1))
                .toList();
    }

    private static List<Thread> reporting(List<Owner> owners) {
        return owners.stream()
                .map(owner -> {
                    Thread engine = new Thread(() -> world.owners.report(owner), "engine");
                    engine.start();
                    return engine;
                })
                .toList();
    }
}
