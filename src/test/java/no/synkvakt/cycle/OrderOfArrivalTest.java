package no.synkvakt.cycle;

import static no.synkvakt.cycle.Reports.FIRST;
import static no.synkvakt.cycle.Reports.SECOND;
import static no.synkvakt.cycle.Reports.THIRD;
import static no.synkvakt.cycle.Reports.minute;
import static no.synkvakt.cycle.StepState.CURRENT;
import static no.synkvakt.cycle.StepState.DONE;
import static no.synkvakt.cycle.StepState.FAILED;
import static no.synkvakt.cycle.StepState.HELD;
import static no.synkvakt.cycle.StepState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state of a cycle is the fold of its events ordered by (time, source, id), whatever the order of their arrival. */
class OrderOfArrivalTest {

    /** Seven reports, so 5,040 orders. */
    private final Reports night = Reports.none()
            .cycleStarts(0)
            .starts(1, FIRST)
            .completes(14, FIRST)
            .fails(20, SECOND, "no space")
            .starts(45, SECOND)
            .isHeld(60, THIRD, 20)
            .completes(61, SECOND);

    @Test
    void everyOrderOfArrivalGivesTheSameCycle() {
        Cycle inOrder = night.fold();

        assertThat(night.states()).containsExactly(DONE, DONE, HELD, PENDING);
        assertThat(night.step(SECOND).finishedAt()).isEqualTo(minute(61));
        assertThat(permutations(night.events()))
                .hasSize(5040)
                .allSatisfy(order -> assertThat(Reports.of(order).fold()).isEqualTo(inOrder));
    }

    @Test
    void ofTwoReportsOfOneTime_theSourceDecides_thenTheId() {
        StepEvent failed = event("/engine-a", "2", EventType.STEP_FAILED);
        StepEvent started = event("/engine-b", "1", EventType.STEP_STARTED);
        StepEvent startedFirst = event("/engine-a", "1", EventType.STEP_STARTED);

        assertThat(stateAfter(started, failed)).as("source before id").isEqualTo(CURRENT);
        assertThat(stateAfter(failed, started)).isEqualTo(CURRENT);
        assertThat(stateAfter(failed, startedFirst)).as("id").isEqualTo(FAILED);
        assertThat(stateAfter(startedFirst, failed)).isEqualTo(FAILED);
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            List<T> rest = new ArrayList<>(items);
            T head = rest.remove(index);
            for (List<T> tail : permutations(rest)) {
                List<T> order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    private static StepState stateAfter(StepEvent... arrived) {
        Reports reports = Reports.none().cycleStarts(0);
        for (StepEvent event : arrived) {
            reports = reports.and(event);
        }
        return reports.step(FIRST).state();
    }

    private static StepEvent event(String source, String id, EventType type) {
        return new StepEvent(source, id, type, "2026-11-23", FIRST, minute(5), null);
    }
}
