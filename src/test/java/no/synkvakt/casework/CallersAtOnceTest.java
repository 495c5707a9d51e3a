package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** Callers who come at once neither hurt each other nor wait for each other for ever. */
@QuarkusTest
class CallersAtOnceTest extends FlowTest {

    private static final int CALLERS = 8;

    @Test
    void ofThoseWhoPutTheSameMunicipalityAtOnceOneCreatesIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            MunicipalityFixture wanted = owner("owner-" + round + ".example", "Round " + round, "WIS");
            List<Integer> answers = atOnce(Collections.nCopies(CALLERS, () -> put(wanted)));
            assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        }
    }

    @Test
    void thoseWhoPutTheSameMunicipalitiesInAnotherOrderAllSucceed() throws Exception {
        List<Map<String, Object>> forth = IntStream.range(0, 20)
                .mapToObj(index -> owner("owner-" + index + ".example", "Owner " + index, "WIS")
                        .jsonWithId())
                .toList();
        List<Map<String, Object>> back = new ArrayList<>(forth);
        Collections.reverse(back);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            calls.add(caller % 2 == 0 ? () -> putAll(forth) : () -> putAll(back));
        }
        assertThat(atOnce(calls)).containsOnly(200);
    }

    @Test
    void theSameEventsOfDifferentMunicipalitiesInAnotherOrderAreAnsweredAll() throws Exception {
        MunicipalityFixture other =
                owner("other.example", "Other", "VISMA_FLYT").withChain("import-visma-flyt");
        watched(lillestrom(), other);
        for (int round = 0; round < 5; round++) {
            List<Map<String, Object>> forth = events(lillestrom(), round);
            List<Map<String, Object>> back = events(other, round);
            Collections.reverse(back);
            assertThat(atOnce(List.of(() -> report(forth), () -> report(back)))).containsOnly(202);
        }
    }

    private List<Map<String, Object>> events(MunicipalityFixture municipality, int round) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int index = 0; index < 50; index++) {
            Map<String, Object> event = engineOf(municipality).event("cycle.started", null, Map.of());
            event.put("id", "round-" + round + "-" + index);
            events.add(event);
        }
        return events;
    }

    private static int put(MunicipalityFixture municipality) {
        return operator()
                .body(municipality.json())
                .put("/api/v1/municipalities/" + municipality.id())
                .statusCode();
    }

    private static int putAll(List<Map<String, Object>> municipalities) {
        return operator()
                .body(Json.bytes(municipalities))
                .put("/api/v1/municipalities")
                .statusCode();
    }

    private static int report(List<Map<String, Object>> events) {
        return as(Key.INGEST)
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(Json.bytes(events))
                .post("/api/v1/events")
                .statusCode();
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }
}
