package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planned work does not count as waiting. */
@QuarkusTest
class MaintenanceTest extends FlowTest {

    private static final Duration EXPECTED = Duration.ofHours(2);

    private final MunicipalityFixture wis = owner("wis.example", "Wisby", "WIS");
    private Engine engine;

    @BeforeEach
    void aCycleWaitsForItsImport() {
        watched(wis);
        engine = engineOf(wis).startsCycle();
    }

    private String maintained(Map<String, Object> scope, Instant until) {
        Map<String, Object> body = new HashMap<>(scope);
        body.put("kind", "MAINTENANCE");
        body.put("until", until.toString());
        return operator()
                .body(Json.bytes(body))
                .post("/api/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Instant dueAt() {
        return Instant.parse(statusOf(wis).json().getString("cycle.steps[0].dueAt"));
    }

    @Test
    void aStepHasItsTimeOnceMoreAfterTheWork() {
        Instant begun = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        Instant end = clock.instant().plus(Duration.ofHours(4));
        maintained(Map.of("step", "import-sas"), end);

        Instant due = end.plus(EXPECTED).minus(Duration.ofMinutes(30));
        assertThat(dueAt()).isEqualTo(due);
        assertThat(statusOf(wis).json().getString("cycle.steps[0].expected.paused"))
                .isEqualTo("PT4H");
        pass(Duration.between(clock.instant(), due).minusNanos(1000));
        assertThat(statusOf(wis).state()).isEqualTo("RUNNING");
        pass(Duration.ofNanos(1000));
        assertThat(statusOf(wis).state()).isEqualTo("STALLED");
        assertThat(stallOf(wis).time("since")).isEqualTo(begun);
    }

    @Test
    void whenTheWorkIsDoneEarlyTheTimeCountsAgain() {
        String window = maintained(Map.of(), clock.instant().plus(Duration.ofHours(9)));
        clock.advance(Duration.ofHours(1));
        operator().delete("/api/v1/silences/" + window).then().statusCode(204);

        assertThat(dueAt()).isEqualTo(clock.instant().plus(EXPECTED));
        pass(EXPECTED);
        assertThat(statusOf(wis).state()).isEqualTo("STALLED");
    }

    @Test
    void workThatIsPlannedCountsForStepsThatBecomeReadyLater() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        maintained(Map.of("from", from.toString(), "step", "synchronization"), from.plus(Duration.ofHours(3)));
        clock.advance(Duration.ofHours(1).plusMinutes(30));
        engine.completes("Import SAS");

        assertThat(Instant.parse(statusOf(wis).json().getString("cycle.steps[1].dueAt")))
                .isEqualTo(from.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(45)));
    }

    @Test
    void workOnAnotherStepChangesNothing() {
        Instant due = dueAt();
        maintained(Map.of("step", "export-365"), clock.instant().plus(Duration.ofHours(9)));

        assertThat(dueAt()).isEqualTo(due);
    }

    @Test
    void whatFailsMeanwhileIsRaised() {
        maintained(Map.of(), clock.instant().plus(Duration.ofHours(9)));
        engine.fails("Import SAS", "no answer");

        assertThat(stallOf(wis).verdict()).isEqualTo("FAILED");
    }

    @Test
    void aCycleNeedNotBeginWhileWorkIsDone() {
        changed(wis.with("schedule", Map.of("cron", "0 2 * * *")));
        engine.completesCycle();
        Instant next = clock.instant().plus(Duration.ofHours(24));
        maintained(Map.of("from", next.minusSeconds(60).toString()), next.plus(Duration.ofHours(5)));
        pass(Duration.ofHours(30).minusNanos(1000));
        assertThat(statusOf(wis).state()).isEqualTo("OK");

        pass(Duration.ofNanos(1000));
        assertThat(stallOf(wis).verdict()).isEqualTo("MISSED");
    }
}
