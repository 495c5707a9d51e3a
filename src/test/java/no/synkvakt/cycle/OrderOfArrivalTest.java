package no.synkvakt.cycle;

import static no.synkvakt.cycle.Reports.CHAIN;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of a cycle is the fold of its events ordered by (time, source, id), whatever the order of their arrival. */
class OrderOfArrivalTest {

    private static final int REPORTS = 12;

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

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsReported_theOrderDoesNotMatter_andOneStepAtMostIsWaitedFor(int seed) {
        Random random = new Random(seed);
        Reports anything = anything(random);
        Cycle cycle = anything.fold();

        for (int shuffle = 0; shuffle < 20; shuffle++) {
            assertThat(anything.shuffled(random).fold()).isEqualTo(cycle);
        }
        assertThat(anything.states()).isEqualTo(asOneCycleStands(cycle));
        assertThat(cycle.completedAt() == null).isEqualTo(cycle.current().isPresent());
        for (StepRun run : cycle.steps()) {
            assertThat(run.readyAt() == null).isEqualTo(run.state() == PENDING);
            assertThat(run.finishedAt() != null).isEqualTo(run.state() == DONE);
        }
    }

    /** All before the step that is waited for are done, all behind it pending. */
    private static List<StepState> asOneCycleStands(Cycle cycle) {
        int waitedFor = cycle.current().map(run -> CHAIN.indexOf(run.step())).orElse(CHAIN.size());
        return IntStream.range(0, CHAIN.size())
                .mapToObj(position -> {
                    if (position < waitedFor) {
                        return DONE;
                    }
                    StepState state = cycle.steps().get(position).state();
                    return position > waitedFor || state == PENDING ? PENDING : state;
                })
                .toList();
    }

    private static Reports anything(Random random) {
        Reports reports = Reports.none();
        for (int count = 0; count < REPORTS; count++) {
            int minute = random.nextInt(REPORTS);
            String step = CHAIN.get(random.nextInt(CHAIN.size()));
            reports = switch (random.nextInt(9)) {
                case 0 -> reports.cycleStarts(minute);
                case 1, 2 -> reports.fails(minute, step, "no space");
                case 3, 4 -> reports.isHeld(minute, step, minute);
                case 5, 6 -> reports.starts(minute, step);
                default -> reports.completes(minute, step);
            };
        }
        return random.nextInt(8) == 0 ? reports.cycleCompletes(random.nextInt(REPORTS)) : reports;
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
