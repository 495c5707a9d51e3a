package no.synkvakt.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.synkvakt.faults.Owners.Owner;
import no.synkvakt.testing.PackagedSynkvakt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas on one database, killed and added at random while engines report: each stall once, each mail once. */
class CrowdedFaultsIT {

    private static final int KILLS = Form.runs(20);
    private static final int ENGINES = 3;

    /** Of each that is killed, so many mails may have been taken and not marked: two for each of four connections. */
    private static final int SENDERS = 8;

    private final Random random = new Random(23);

    @TempDir
    Path dir;

    @BeforeAll
    static void needsTheJar() {
        Assumptions.assumeTrue(PackagedSynkvakt.isThere(), "no jar was packaged");
    }

    @AfterAll
    static void show() {
        Findings.show();
    }

    static IntStream replicas() {
        return Form.CHOSEN == Form.FULL ? IntStream.of(1, 2, 5) : IntStream.of(2);
    }

    @ParameterizedTest
    @MethodSource("replicas")
    void killedAtRandomUnderLoadTheyLoseNothing(int replicas) throws InterruptedException {
        try (World world = new World(dir, Form.database(dir))) {
            IntStream.range(0, replicas).forEach(replica -> world.starts());
            ExecutorService engines = Executors.newFixedThreadPool(ENGINES);
            AtomicInteger number = new AtomicInteger();
            for (int engine = 0; engine < ENGINES; engine++) {
                engines.execute(() -> {
                    while (!engines.isShutdown()) {
                        int next = number.getAndIncrement();
                        world.owners.fallsBehind(new Owner("owner-" + next + ".example", next % 2 == 1));
                    }
                });
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int before = number.get();
                int more = 2 + random.nextInt(8);
                await().atMost(Duration.ofMinutes(2)).until(() -> number.get() >= before + more);
                List<PackagedSynkvakt> there = world.replicas();
                world.dies(there.get(random.nextInt(there.size())));
                world.starts();
            }
            engines.shutdown();
            assertThat(engines.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
            Audit audit = settled(world);
            Findings.note("kill -9 at random under load, %d replica(s)".formatted(replicas), KILLS, audit);
            assertThat(audit.isClean()).as(audit.toString()).isTrue();
            assertThat(audit.repeated()).hasSizeLessThanOrEqualTo(KILLS * SENDERS);
        }
    }

    /** Those who died hold leases for 45 seconds; the short form does not wait for so long. */
    private static Audit settled(World world) {
        if (Form.CHOSEN == Form.SHORT) {
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                world.leasesOfTheDeadRunOut();
                return world.isSettled();
            });
        }
        return world.settled();
    }
}
