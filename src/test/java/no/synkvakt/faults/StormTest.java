package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** Ten times as many events as there should be, and somebody who sends nonsense without a pause: what is true comes through. */
@QuarkusTest
class StormTest extends FlowTest {

    private static final int OWNERS = 40;
    private static final int TIMES = 10;
    private static final int NONSENSE = 300;

    private final List<MunicipalityFixture> owners = IntStream.range(0, OWNERS)
            .mapToObj(number -> owner("owner-" + number + ".example", "Owner " + number, "WIS"))
            .toList();

    @Test
    void eachStallIsFoundOnceAndToldOnce() throws InterruptedException, ExecutionException {
        watched(owners);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<Future<?>> calls = new ArrayList<>();
        for (int call = 0; call < NONSENSE; call++) {
            calls.add(callers.submit(StormTest::nonsense));
        }
        for (MunicipalityFixture owner : owners) {
            List<Map<String, Object>> night = List.of(
                    engineOf(owner).ago(Duration.ofMinutes(2)).event("cycle.started", null, Map.of()),
                    engineOf(owner).ago(Duration.ofMinutes(1)).event("step.started", "import-sas", Map.of()),
                    engineOf(owner).event("step.failed", "import-sas", Map.of("message", "no route")));
            Collections.nCopies(TIMES, night).forEach(again -> calls.add(callers.submit(() -> batch(again))));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        callers.shutdown();
        holdPasses();
        for (MunicipalityFixture owner : owners) {
            assertThat(stallsOf(owner)).as(owner.id()).hasSize(1);
            assertThat(mailsTo("ikt@" + owner.id())).as(owner.id()).hasSize(1);
        }
        assertThat(queried("select count(*) from event")).containsExactly(String.valueOf(OWNERS * 3));
        Findings.note("each event ten times, and a flood of nonsense", 1, new Audit(List.of(), List.of(), List.of()));
    }

    private static void batch(List<Map<String, Object>> events) {
        as(Key.INGEST)
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(Json.bytes(events))
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }

    private static void nonsense() {
        Map<String, Object> event = Map.of(
                "specversion",
                "1.0",
                "id",
                "1",
                "source",
                "/flood",
                "type",
                "no.efeide.sync.cycle.started",
                "subject",
                "nobody.example",
                "data",
                Map.of("cycle", "x"));
        Engine.send(event).statusCode(422);
    }
}
