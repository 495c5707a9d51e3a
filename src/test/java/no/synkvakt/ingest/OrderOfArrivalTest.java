package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.StatusOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports count by the time of what they tell, in whatever order they arrive; lost ones are made up for. */
@QuarkusTest
class OrderOfArrivalTest extends EventRequests {

    @BeforeEach
    void itIsTenPastTwo() {
        clock.advance(Duration.ofMinutes(10));
    }

    private Engine engine() {
        return engineOf(LILLESTROM);
    }

    @Test
    void reportsThatArriveBackwardsComeToTheSame() {
        List<Map<String, Object>> night = new ArrayList<>(List.of(
                engine().ago(Duration.ofMinutes(9)).event("cycle.started", null, Map.of()),
                engine().ago(Duration.ofMinutes(8)).event("step.started", FIRST, Map.of()),
                engine().ago(Duration.ofMinutes(6)).event("step.completed", FIRST, Map.of()),
                engine().ago(Duration.ofMinutes(2)).event("step.started", "import-flyvo", Map.of())));
        Collections.reverse(night);
        night.forEach(event -> taken(post(event)));
        StatusOf status = statusOf(LILLESTROM);
        assertThat(status.json().getString("cycle.startedAt")).isEqualTo("2026-11-23T01:01:00Z");
        assertThat((String) status.step(FIRST, "startedAt")).isEqualTo("2026-11-23T01:02:00Z");
        assertThat((String) status.step(FIRST, "finishedAt")).isEqualTo("2026-11-23T01:04:00Z");
        assertThat((Boolean) status.step(FIRST, "inferred")).isFalse();
        assertThat((String) status.step("import-flyvo", "readyAt")).isEqualTo("2026-11-23T01:04:00Z");
        assertThat((String) status.step("import-flyvo", "startedAt")).isEqualTo("2026-11-23T01:08:00Z");
        assertThat((String) status.step("import-flyvo", "dueAt")).isEqualTo("2026-11-23T03:04:00Z");
    }

    @Test
    void aLostReportIsMadeUpForByALaterOne_andCorrectedByTheTrueOne() {
        engine().ago(Duration.ofMinutes(9)).startsCycle();
        engine().ago(Duration.ofMinutes(2)).starts("import-flyvo");
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "state")).isEqualTo("DONE");
        assertThat((Boolean) statusOf(LILLESTROM).step(FIRST, "inferred")).isTrue();
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "finishedAt")).isEqualTo("2026-11-23T01:08:00Z");
        engine().ago(Duration.ofMinutes(5)).completes(FIRST);
        assertThat((Boolean) statusOf(LILLESTROM).step(FIRST, "inferred")).isFalse();
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "finishedAt")).isEqualTo("2026-11-23T01:05:00Z");
        assertThat((String) statusOf(LILLESTROM).step("import-flyvo", "readyAt"))
                .isEqualTo("2026-11-23T01:05:00Z");
        assertThat(stored().value("select due_at at time zone 'UTC' from cycle"))
                .isEqualTo("2026-11-23 03:05:00");
    }

    @Test
    void theEndOfTheCycleClosesAllItsSteps() {
        engine().ago(Duration.ofMinutes(9)).startsCycle();
        engine().ago(Duration.ofMinutes(1)).completesCycle();
        StatusOf status = statusOf(LILLESTROM);
        assertThat(status.state()).isEqualTo("OK");
        assertThat(status.json().getString("cycle.completedAt")).isEqualTo("2026-11-23T01:09:00Z");
        assertThat(status.json().getList("cycle.steps.state")).containsOnly("DONE");
        assertThat(status.json().getList("cycle.steps.inferred")).containsOnly(true);
    }

    @Test
    void anOldCyclesLateReportDoesNotTakeTheLatestOnesPlace() {
        engine().ago(Duration.ofMinutes(1)).inCycle("new").startsCycle();
        engine().ago(Duration.ofMinutes(9)).inCycle("old").startsCycle();
        assertThat(statusOf(LILLESTROM).json().getString("cycle.id")).isEqualTo("new");
        assertThat(stored().values("select id || ' ' || state from cycle order by id"))
                .containsExactly("new OPEN", "old SUPERSEDED");
    }
}
