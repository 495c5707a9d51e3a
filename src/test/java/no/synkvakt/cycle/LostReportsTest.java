package no.synkvakt.cycle;

import static no.synkvakt.cycle.Reports.FIRST;
import static no.synkvakt.cycle.Reports.LAST;
import static no.synkvakt.cycle.Reports.SECOND;
import static no.synkvakt.cycle.Reports.THIRD;
import static no.synkvakt.cycle.Reports.minute;
import static no.synkvakt.cycle.StepState.CURRENT;
import static no.synkvakt.cycle.StepState.DONE;
import static no.synkvakt.cycle.StepState.FAILED;
import static no.synkvakt.cycle.StepState.HELD;
import static no.synkvakt.cycle.StepState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step's report was lost, not its work: a later report closes it, and its own report sets that right when it comes. */
class LostReportsTest {

    private final Reports begun = Reports.none().cycleStarts(0);

    static Stream<Arguments> laterReports() {
        return Stream.of(
                later("starts", reports -> reports.starts(30, THIRD), CURRENT),
                later("completes", reports -> reports.completes(30, THIRD), DONE),
                later("fails", reports -> reports.fails(30, THIRD, "no space"), FAILED),
                later("is held", reports -> reports.isHeld(30, THIRD, 20), HELD));
    }

    private static Arguments later(String name, UnaryOperator<Reports> report, StepState state) {
        return Arguments.of(Named.of("a later step " + name, report), state);
    }

    @ParameterizedTest
    @MethodSource("laterReports")
    void aLaterStepsReportClosesAllOpenOnesBeforeIt(UnaryOperator<Reports> later, StepState state) {
        Reports reports = later.apply(begun);

        assertThat(reports.states()).startsWith(DONE, DONE, state);
        assertInferredAt(30, reports.step(FIRST));
        assertInferredAt(30, reports.step(SECOND));
        assertThat(reports.step(SECOND).readyAt()).isEqualTo(minute(30));
        assertThat(reports.step(THIRD).readyAt()).isEqualTo(minute(30));
        assertThat(reports.step(THIRD).dueAt()).isEqualTo(minute(30 + 62));
        assertThat(reports.step(THIRD).inferred()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("laterReports")
    void whatIsDoneByItsOwnReport_staysAsItIs(UnaryOperator<Reports> later, StepState state) {
        Reports reports = later.apply(begun.completes(10, FIRST));

        assertThat(reports.step(FIRST).finishedAt()).isEqualTo(minute(10));
        assertThat(reports.step(FIRST).inferred()).isFalse();
        assertInferredAt(30, reports.step(SECOND));
        assertThat(reports.step(SECOND).readyAt()).isEqualTo(minute(10));
    }

    @Test
    void theEndOfTheCycleClosesAll() {
        Reports reports = begun.completes(10, FIRST).cycleCompletes(50);

        assertThat(reports.states()).containsOnly(DONE);
        assertThat(reports.fold().completedAt()).isEqualTo(minute(50));
        assertThat(reports.step(FIRST).inferred()).isFalse();
        assertInferredAt(50, reports.step(SECOND));
        assertInferredAt(50, reports.step(LAST));
    }

    @Test
    void theEndOfACycleWithoutAnyOtherReport_isACompleteCycle() {
        Reports reports = Reports.none().cycleCompletes(50);

        assertThat(reports.states()).containsOnly(DONE);
        assertThat(reports.fold().startedAt()).isEqualTo(minute(50));
        assertThat(reports.fold().completedAt()).isEqualTo(minute(50));
    }

    @Test
    void theTrueReportThatComesLate_setsTheTimeRight() {
        Reports reports = begun.starts(30, SECOND).completes(12, FIRST);

        assertThat(reports.step(FIRST).finishedAt()).isEqualTo(minute(12));
        assertThat(reports.step(FIRST).inferred()).isFalse();
        assertThat(reports.step(SECOND).readyAt()).isEqualTo(minute(12));
        assertThat(reports.step(SECOND).dueAt()).isEqualTo(minute(12 + 61));
        assertThat(reports.step(SECOND).startedAt()).isEqualTo(minute(30));
    }

    @Test
    void theTrueReportOfALaterTime_setsTheTimeRightToo() {
        Reports reports = begun.starts(30, SECOND).completes(31, FIRST);

        assertThat(reports.step(FIRST).finishedAt()).isEqualTo(minute(31));
        assertThat(reports.step(FIRST).inferred()).isFalse();
        assertThat(reports.step(SECOND).readyAt()).isEqualTo(minute(31));
        assertThat(reports.states()).containsExactly(DONE, CURRENT, PENDING, PENDING);
    }

    @Test
    void theTrueReportAfterTheEndOfTheCycle_leavesTheCyclesEnd() {
        Reports reports = begun.cycleCompletes(50).completes(51, LAST);

        assertThat(reports.step(LAST).finishedAt()).isEqualTo(minute(51));
        assertThat(reports.step(LAST).inferred()).isFalse();
        assertThat(reports.fold().completedAt()).isEqualTo(minute(50));
    }

    @Test
    void onlyTheFirstTrueReportCounts() {
        StepRun first = begun.starts(30, SECOND)
                .completes(31, FIRST)
                .completes(32, FIRST)
                .step(FIRST);

        assertThat(first.finishedAt()).isEqualTo(minute(31));
    }

    @Test
    void theStartOfAStepThatWasClosed_isRecordedWhenItCameBefore() {
        StepRun second = begun.completes(30, THIRD).starts(20, SECOND).step(SECOND);

        assertThat(second.startedAt()).isEqualTo(minute(20));
        assertInferredAt(30, second);
        assertThat(second.readyAt()).isEqualTo(minute(20));
    }

    @Test
    void aStoppedStepThatALaterOnePasses_isDoneAndItsTroubleForgotten() {
        StepRun second = begun.fails(20, SECOND, "no space").starts(30, THIRD).step(SECOND);

        assertInferredAt(30, second);
        assertThat(second.trouble()).isNull();
    }

    private static void assertInferredAt(int minute, StepRun run) {
        assertThat(run.state()).isEqualTo(DONE);
        assertThat(run.finishedAt()).isEqualTo(minute(minute));
        assertThat(run.inferred()).isTrue();
    }
}
