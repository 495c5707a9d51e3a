package no.synkvakt.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;
import no.synkvakt.cycle.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a cycle at one time, at the very boundaries; only its first open step can be to blame. */
class DiagnosisTest {

    private static final Instant READY = Instant.parse("2026-11-23T01:14:07Z");
    private static final Duration EXPECTED = Duration.ofHours(2);
    private static final Instant DUE = READY.plus(EXPECTED);
    private static final Trouble NO_SPACE = new Trouble("no space", null, null);

    private final StepRun done = run("import-visma-flyt", StepState.DONE, READY.minusSeconds(900), null);
    private final StepRun current = run("import-flyvo", StepState.CURRENT, READY, null);
    private final StepRun pending = run("synchronization", StepState.PENDING, null, null);

    @Test
    void aStepThatIsDueAtThisVeryInstantIsOverdue() {
        assertThat(Diagnosis.at(DUE, cycle(done, current, pending)))
                .contains(new Finding("import-flyvo", Verdict.NOT_STARTED, READY, DUE, null));
    }

    @Test
    void aStepThatIsDueANanosecondLaterIsNot() {
        assertThat(Diagnosis.at(DUE.minusNanos(1), cycle(done, current, pending)))
                .isEmpty();
    }

    @Test
    void aStepThatWasDueANanosecondAgoIsOverdue() {
        assertThat(Diagnosis.at(DUE.plusNanos(1), cycle(done, current, pending)))
                .map(Finding::verdict)
                .contains(Verdict.NOT_STARTED);
    }

    @Test
    void aStepThatIsLateThoughItHadStartedHasOverrun() {
        StepRun started = run("import-flyvo", StepState.CURRENT, READY, DUE.minusNanos(1));

        assertThat(Diagnosis.at(DUE, cycle(done, started, pending)))
                .contains(new Finding("import-flyvo", Verdict.OVERRUN, READY, DUE, null));
        assertThat(Diagnosis.at(DUE.minusNanos(1), cycle(done, started, pending)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FAILED, FAILED", "HELD, HELD"})
    void aStepThatStoppedIsFoundAtOnce_andNotLaterAsOverdue(StepState state, Verdict verdict) {
        Cycle cycle = cycle(done, stopped("import-flyvo", state), pending);
        Finding finding = new Finding("import-flyvo", verdict, READY, DUE, NO_SPACE);

        assertThat(Diagnosis.reported(cycle)).contains(finding);
        assertThat(Diagnosis.at(READY, cycle)).contains(finding);
        assertThat(Diagnosis.at(DUE.plus(EXPECTED), cycle)).contains(finding);
    }

    @Test
    void thatAStepIsLateIsFoundByTheClockAlone_notByReports() {
        assertThat(Diagnosis.reported(cycle(done, current, pending))).isEmpty();
    }

    @Test
    void whatWaitsBehindTheFirstOpenStepIsNeverToBlame() {
        StepRun notYet = run("import-flyvo", StepState.CURRENT, DUE, null);
        StepRun lateBehindIt = run("synchronization", StepState.CURRENT, READY, null);
        StepRun stoppedBehindIt = stopped("export-365", StepState.FAILED);

        assertThat(Diagnosis.at(DUE, cycle(done, notYet, lateBehindIt, stoppedBehindIt)))
                .isEmpty();
        assertThat(Diagnosis.reported(cycle(done, notYet, stoppedBehindIt))).isEmpty();
    }

    @Test
    void ofTwoLateStepsTheFirstIsToBlame() {
        StepRun lateBehindIt = run("synchronization", StepState.CURRENT, READY, null);

        assertThat(Diagnosis.at(DUE, cycle(done, current, lateBehindIt)))
                .map(Finding::step)
                .contains("import-flyvo");
    }

    @Test
    void aStepThatIsDoneIsNeverLate() {
        assertThat(Diagnosis.at(Instant.MAX, cycle(done, done))).isEmpty();
        assertThat(Diagnosis.reported(cycle(done, done))).isEmpty();
    }

    @Test
    void aStepThatIsPendingIsNeverLate() {
        assertThat(Diagnosis.at(Instant.MAX, cycle(pending, pending))).isEmpty();
    }

    private static Cycle cycle(StepRun... steps) {
        return new Cycle("lillestrom.kommune.no", "2026-11-23", READY, null, List.of(steps));
    }

    private static StepRun run(String step, StepState state, @Nullable Instant readyAt, @Nullable Instant startedAt) {
        Expectation expected = new Expectation(EXPECTED, Expectation.Basis.CONFIGURED, 0);
        @Nullable Instant dueAt = readyAt == null ? null : readyAt.plus(EXPECTED);
        return new StepRun(step, state, readyAt, startedAt, null, false, expected, dueAt, null);
    }

    private static StepRun stopped(String step, StepState state) {
        Expectation expected = new Expectation(EXPECTED, Expectation.Basis.CONFIGURED, 0);
        return new StepRun(step, state, READY, null, null, false, expected, DUE, NO_SPACE);
    }
}
