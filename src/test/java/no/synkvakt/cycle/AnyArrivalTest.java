package no.synkvakt.cycle;

import static no.synkvakt.cycle.Reports.CHAIN;
import static no.synkvakt.cycle.StepState.DONE;
import static no.synkvakt.cycle.StepState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.synkvakt.testing.AnyNight;

/** What holds of a cycle whatever is reported, in whatever order and however often. */
class AnyArrivalTest {

    @Provide
    Arbitrary<List<StepEvent>> nights() {
        return AnyNight.of(CHAIN);
    }

    @Property
    void neitherTheOrderNorHowOftenAReportArrivesMatters(
            @ForAll("nights") List<StepEvent> night, @ForAll Random random) {
        List<StepEvent> arrived = AnyNight.inAnyOrderAndNumber(night, random);

        assertThat(cycles(arrived)).isEqualTo(cycles(night));
    }

    @Property
    void oneStepAtMostIsWaitedFor_allBeforeItAreDoneAndAllBehindItPending(@ForAll("nights") List<StepEvent> night) {
        assertThat(cycles(night).values()).allSatisfy(cycle -> {
            List<StepState> states = cycle.steps().stream().map(StepRun::state).toList();
            int current = cycle.current().map(run -> CHAIN.indexOf(run.step())).orElse(CHAIN.size());
            assertThat(states.subList(0, current)).allMatch(DONE::equals);
            assertThat(states.subList(Math.min(current + 1, CHAIN.size()), CHAIN.size()))
                    .allMatch(PENDING::equals);
            assertThat(cycle.completedAt() == null).isEqualTo(current < CHAIN.size());
        });
    }

    @Property
    void aStepHasTheTimesThatItsStateSpeaksOf(@ForAll("nights") List<StepEvent> night) {
        assertThat(cycles(night).values()).flatExtracting(Cycle::steps).allSatisfy(run -> {
            assertThat(run.readyAt() == null).isEqualTo(run.state() == PENDING);
            assertThat(run.dueAt() == null).isEqualTo(run.state() == PENDING);
            assertThat(run.finishedAt() != null).isEqualTo(run.state() == DONE);
            assertThat(run.inferred() && run.isOpen()).isFalse();
            assertThat(run.trouble() == null || run.isOpen()).isTrue();
        });
    }

    @Property
    void aStepsReportsAfterItsTrueEndChangeNothing(
            @ForAll("nights") List<StepEvent> night, @ForAll("nights") List<StepEvent> next) {
        List<StepEvent> later = next.stream()
                .filter(event -> event.step() != null)
                .map(AnyArrivalTest::anHourLater)
                .toList();
        for (StepEvent end : night) {
            if (end.type() == EventType.STEP_COMPLETED) {
                List<StepEvent> more = new ArrayList<>(night);
                later.stream()
                        .filter(event -> Objects.equals(end.step(), event.step())
                                && end.cycle().equals(event.cycle()))
                        .forEach(more::add);
                assertThat(cycles(more)).isEqualTo(cycles(night));
            }
        }
    }

    @Property
    void theEndOfACycleClosesAllItsSteps(@ForAll("nights") List<StepEvent> night) {
        assertThat(night)
                .filteredOn(event -> event.type() == EventType.CYCLE_COMPLETED)
                .allSatisfy(end -> {
                    Cycle cycle = Objects.requireNonNull(cycles(night).get(end.cycle()));
                    assertThat(cycle.steps()).allMatch(run -> !run.isOpen());
                    assertThat(cycle.completedAt()).isBeforeOrEqualTo(end.time());
                });
    }

    private static StepEvent anHourLater(StepEvent event) {
        return new StepEvent(
                event.source(),
                "later-" + event.id(),
                event.type(),
                event.cycle(),
                event.step(),
                event.time().plus(Duration.ofHours(1)),
                event.trouble());
    }

    private static Map<String, Cycle> cycles(Collection<StepEvent> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        StepEvent::cycle, Collectors.collectingAndThen(Collectors.toList(), all -> Reports.of(all)
                                .fold())));
    }
}
