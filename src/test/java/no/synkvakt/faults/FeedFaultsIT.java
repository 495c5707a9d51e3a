package no.synkvakt.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.synkvakt.faults.Owners.Owner;
import no.synkvakt.testing.PackagedSynkvakt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nights that are only to be seen in the rows of an engine's database: whoever dies when, each stall and mail comes, and once. */
class FeedFaultsIT {

    private static final int RUNS = Form.runs(10);
    private static final int KILLS = Form.runs(20);
    private static final int AT_RANDOM = 2;
    /** How many die in a look: in short one, since a start takes seconds and it does not matter which of them looks. */
    private static final int IN_A_LOOK = Form.either(2, 1);

    /** How long a fault lasts, which is longer than from one look to the next. */
    private static final Duration LASTS = Form.either(Duration.ofSeconds(10), Duration.ofMillis(1500));

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path dir;

    private static EngineRows engine;
    private static World world;

    private final Random random = new Random(23);

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PackagedSynkvakt.isThere(), "no jar was packaged");
        engine = new EngineRows(Database.in(dir.resolve("engine")));
        world = new World(dir, Form.database(dir.resolve("own")), engine.settings());
        world.startsUntil(IN_A_LOOK);
    }

    @AfterAll
    static void end() {
        if (world != null) {
            world.close();
            engine.close();
        }
        Findings.show();
    }

    static Stream<LookBoundary> boundaries() {
        return chosen(
                Stream.of(LookBoundary.STORING, LookBoundary.ALIVE),
                Stream.of(LookBoundary.READING, LookBoundary.STORED));
    }

    /** Whichever replica looks, all are killed. */
    @ParameterizedTest
    @MethodSource("boundaries")
    void killedInALookItLosesNothing(LookBoundary boundary) {
        world.beginAnew();
        for (int run = 0; run < RUNS; run++) {
            Owner owner = new Owner(boundary.owner(run), false);
            world.owners.put(owner);
            try (Trap trap = boundary.trap(world, engine)) {
                fallsBehind(owner);
                trap.awaitCaught();
                world.replicas().forEach(world::dies);
            }
            world.startsUntil(IN_A_LOOK);
            world.leasesRunOut();
            world.settled();
        }
        conclude("kill -9 in a look, " + boundary.words, RUNS);
    }

    @Test
    void killedAtRandomWhileTheEngineWorks_twoReplicasLoseNothing() {
        world.startsUntil(AT_RANDOM);
        world.beginAnew();
        for (int kill = 0; kill < KILLS; kill++) {
            String of = "look-random-" + kill + "-";
            owners(of, 4).forEach(owner -> {
                world.owners.put(owner);
                fallsBehind(owner);
            });
            List<PackagedSynkvakt> there = world.replicas();
            world.dies(there.get(random.nextInt(there.size())));
            world.starts();
            world.leasesRunOut();
        }
        conclude("kill -9 at random while rows change, 2 replicas", KILLS);
    }

    static Stream<DatabaseFault> faults() {
        return chosen(
                Stream.of(DatabaseFault.CRASHED, DatabaseFault.SILENT),
                Stream.of(DatabaseFault.STOPPED, DatabaseFault.OUT_OF_CONNECTIONS));
    }

    private static <T> Stream<T> chosen(Stream<T> always, Stream<T> inFull) {
        return Stream.concat(always, Form.either(inFull, Stream.empty()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverBecomesOfTheEnginesDatabase_nothingIsLost(DatabaseFault fault) {
        world.beginAnew();
        for (int run = 0; run < RUNS; run++) {
            List<Owner> owners = owners("look-" + fault.name().toLowerCase(Locale.ROOT) + "-" + run + "-", 4);
            world.owners.put(owners);
            owners.subList(0, 2).forEach(FeedFaultsIT::fallsBehind);
            try (DatabaseFault.Struck struck = fault.strikes(engine.database)) {
                await().atMost(LASTS.multipliedBy(10)).during(LASTS).until(world::isAlive);
            }
            owners.subList(2, 4).forEach(FeedFaultsIT::fallsBehind);
        }
        conclude("The engine's database: " + fault.words, RUNS);
    }

    private static List<Owner> owners(String of, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new Owner(of.replace('_', '-') + number + ".example", false))
                .toList();
    }

    private static void fallsBehind(Owner owner) {
        world.owners.isBehind(owner);
        engine.begins(owner);
    }

    /** Every alarm came once; then the engine goes on, and every all-clear comes once. */
    private static void conclude(String fault, int runs) {
        Audit audit = world.settled();
        Findings.note(fault, runs, audit);
        assertThat(audit.isClean()).as(audit.toString()).isTrue();
        world.mail.forgets();
        engine.endsAll();
        List<String> asked =
                world.owners.behind().stream().map(Owner::admin).sorted().toList();
        await().atMost(PATIENCE).until(() -> world.mail.taken().size() >= asked.size());
        world.settled();
        assertThat(world.mail.taken())
                .allSatisfy(mail -> assertThat(mail.kind()).isEqualTo("RESOLVED"));
        assertThat(world.mail.taken().stream()
                        .collect(Collectors.groupingBy(
                                mail -> mail.to(), Collectors.mapping(mail -> mail.id(), Collectors.toSet())))
                        .values())
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(world.mail.taken().stream().map(mail -> mail.to()).distinct().sorted())
                .isEqualTo(asked);
    }
}
