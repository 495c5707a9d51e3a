package no.synkvakt.cycle;

import static no.synkvakt.cycle.Reports.CHAIN;
import static no.synkvakt.cycle.Reports.FIRST;
import static no.synkvakt.cycle.Reports.LAST;
import static no.synkvakt.cycle.Reports.SECOND;
import static no.synkvakt.cycle.Reports.THIRD;
import static no.synkvakt.cycle.Reports.minute;
import static no.synkvakt.cycle.StepState.CURRENT;
import static no.synkvakt.cycle.StepState.DONE;
import static no.synkvakt.cycle.StepState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cycle that goes as it should: when it opens, when each step is ready and due, and when it is complete. */
class CycleFoldTest {

    private final Reports begun = Reports.none().cycleStarts(0);

    @Test
    void aCycleIsNamedAsTheEngineNamesIt_andHasTheChainItOpenedWith() {
        Cycle cycle = begun.fold();

        assertThat(cycle.municipality()).isEqualTo("lillestrom.kommune.no");
        assertThat(cycle.id()).isEqualTo("2026-11-23");
        assertThat(cycle.steps()).extracting(StepRun::step).isEqualTo(CHAIN);
    }

    @Test
    void theFirstStepIsReadyWhenTheCycleStarts_andTheRestIsPending() {
        assertThat(begun.fold().startedAt()).isEqualTo(minute(0));
        assertThat(begun.states()).containsExactly(CURRENT, PENDING, PENDING, PENDING);
        assertThat(begun.step(FIRST).readyAt()).isEqualTo(minute(0));
        assertThat(begun.step(SECOND).readyAt()).isNull();
        assertThat(begun.step(SECOND).dueAt()).isNull();
    }

    @Test
    void aCycleWithoutAReportOfItsStart_startedAtItsFirstReport() {
        Reports reports = Reports.none().completes(7, FIRST);

        assertThat(reports.fold().startedAt()).isEqualTo(minute(7));
        assertThat(reports.step(FIRST).readyAt()).isEqualTo(minute(7));
        assertThat(reports.states()).containsExactly(DONE, CURRENT, PENDING, PENDING);
    }

    @Test
    void aReportOfItsStartThatComesLate_movesTheStartBack() {
        Cycle cycle = Reports.none().completes(7, FIRST).cycleStarts(0).fold();

        assertThat(cycle.startedAt()).isEqualTo(minute(0));
        assertThat(cycle.step(FIRST).orElseThrow().readyAt()).isEqualTo(minute(0));
    }

    @Test
    void aStepIsReadyWhenTheOneBeforeItIsDone() {
        Reports reports = begun.completes(14, FIRST).completes(20, SECOND);

        assertThat(reports.step(SECOND).readyAt()).isEqualTo(minute(14));
        assertThat(reports.step(THIRD).readyAt()).isEqualTo(minute(20));
        assertThat(reports.fold().current().orElseThrow().step()).isEqualTo(THIRD);
    }

    @Test
    void aStepIsDueWhenItsOwnExpectedTimeHasPassedSinceItWasReady() {
        Reports reports = begun.completes(14, FIRST);

        assertThat(reports.step(FIRST).dueAt()).isEqualTo(minute(60));
        assertThat(reports.step(SECOND).dueAt()).isEqualTo(minute(14 + 61));
        assertThat(reports.step(SECOND).expected().duration()).hasMinutes(61);
    }

    @Test
    void thatAStepStartsIsRecorded_andDoesNotMoveWhenItIsReadyOrDue() {
        StepRun second = begun.completes(14, FIRST).starts(30, SECOND).step(SECOND);

        assertThat(second.state()).isEqualTo(CURRENT);
        assertThat(second.startedAt()).isEqualTo(minute(30));
        assertThat(second.readyAt()).isEqualTo(minute(14));
        assertThat(second.dueAt()).isEqualTo(minute(14 + 61));
    }

    @Test
    void aStepThatReportsItsStartTwice_startedTheFirstTime() {
        assertThat(begun.starts(1, FIRST).starts(9, FIRST).step(FIRST).startedAt())
                .isEqualTo(minute(1));
    }

    @Test
    void theLastStepDone_completesTheCycle() {
        Reports reports = begun.completes(1, FIRST)
                .completes(2, SECOND)
                .completes(3, THIRD)
                .completes(4, LAST);

        assertThat(reports.states()).containsOnly(DONE);
        assertThat(reports.fold().completedAt()).isEqualTo(minute(4));
        assertThat(reports.fold().current()).isEmpty();
    }

    @Test
    void untilTheLastStepIsDone_theCycleIsOpen() {
        Reports reports = begun.completes(1, FIRST).completes(2, SECOND).completes(3, THIRD);

        assertThat(reports.fold().completedAt()).isNull();
        assertThat(reports.fold().current()).map(StepRun::step).contains(LAST);
    }

    @Test
    void theStartAndTheEndOfTheCycleReportedAgain_changeNothing() {
        Reports complete = begun.completes(1, FIRST).cycleCompletes(5);

        assertThat(complete.cycleStarts(6).cycleCompletes(7).fold()).isEqualTo(complete.fold());
    }

    @Test
    void aReportOfAStepThatTheChainDoesNotHave_changesNothing() {
        assertThat(begun.completes(3, "export-azure").fold()).isEqualTo(begun.fold());
    }

    @ParameterizedTest
    @EnumSource(StepState.class)
    void aStepIsOpenInEveryStateButDone(StepState state) {
        StepRun any = begun.step(FIRST);
        StepRun run = new StepRun(FIRST, state, minute(0), null, null, false, any.expected(), minute(60), null);

        assertThat(run.isOpen()).isEqualTo(state != DONE);
    }
}
