package no.synkvakt.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import no.synkvakt.testing.PackagedSynkvakt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} at each boundary of what Synkvakt writes. */
class KillFaultsIT {

    private static final int RUNS = Form.runs(20);

    @TempDir
    static Path dir;

    private static World world;
    private static PackagedSynkvakt replica;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PackagedSynkvakt.isThere(), "no jar was packaged");
        world = new World(dir, Form.database(dir));
        replica = world.starts();
    }

    @AfterAll
    static void end() {
        if (world != null) {
            world.close();
        }
        Findings.show();
    }

    static Stream<Boundary> boundaries() {
        return Stream.of(Boundary.values()).filter(boundary -> Form.CHOSEN == Form.FULL || boundary.inShort());
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void killedAtABoundaryItLosesNothing(Boundary boundary) {
        world.beginAnew();
        for (int run = 0; run < RUNS; run++) {
            killAt(boundary, boundary.owner(run));
            replica = world.starts();
            world.leasesRunOut();
            world.settled();
        }
        Audit audit = world.settled();
        Findings.note("kill -9 " + boundary.words, RUNS, audit);
        assertThat(audit.isClean()).as(audit.toString()).isTrue();
        assertThat(audit.repeated()).hasSize(boundary.repeats() ? RUNS : 0);
    }

    private static void killAt(Boundary boundary, String owner) {
        try (Trap trap = boundary.trap.set(world)) {
            Thread engine = new Thread(() -> world.owners.fallsBehind(owner), "engine");
            engine.start();
            trap.awaitCaught();
            world.dies(replica);
        }
    }
}
