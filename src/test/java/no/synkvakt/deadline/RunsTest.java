package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Expectation.Basis;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which runs of a step are examples to learn from, and what is known of each. */
class RunsTest {

    private static final String FIRST = "import-sas";
    private static final String STEP = "synchronization";
    private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant DUE = minute(45);

    @Test
    void aRunTookFromWhenItWasReadyToItsEnd() {
        assertThat(runs(done(STEP, 2, 7))).containsExactly(new Run(minute(2), Duration.ofMinutes(5), false, false));
    }

    @Test
    void theOldestIsTheFirst_inWhateverOrderTheyAreGiven() {
        Cycle later = cycle("b", NIGHT.plus(Duration.ofDays(1)), done(STEP, 1440, 1441));
        Cycle earlier = cycle("a", NIGHT, done(STEP, 2, 7));

        assertThat(Runs.of(STEP, List.of(later, earlier)))
                .extracting(Run::readyAt)
                .isSorted();
    }

    @Test
    void aRunThatGoesOnIsNoExample_norOneOfWhichTheBeginningIsUnknown() {
        assertThat(runs(run(STEP, minute(2), null, false, false))).isEmpty();
        assertThat(runs(run(STEP, null, minute(7), false, false))).isEmpty();
    }

    @Test
    void aRunThatTookNoTimeIsNoExample_sinceOnlyItsEndWasReported() {
        assertThat(runs(done(STEP, 2, 2))).isEmpty();
        assertThat(runs(done(STEP, 2, 1))).isEmpty();
        assertThat(runs(run(STEP, minute(2), minute(2).plusNanos(1), false, false)))
                .hasSize(1);
    }

    @Test
    void anEndThatIsInferredMakesTheRunInferred() {
        assertThat(runs(run(STEP, minute(2), minute(7), true, false)))
                .extracting(Run::inferred)
                .containsExactly(true);
    }

    @Test
    void anInferredEndOfTheStepBeforeItMakesItsBeginningInferredToo() {
        assertThat(runs(run(FIRST, minute(0), minute(2), true, false), done(STEP, 2, 7)))
                .extracting(Run::inferred)
                .containsExactly(true);
        assertThat(runs(done(FIRST, 0, 2), done(STEP, 2, 7)))
                .extracting(Run::inferred)
                .containsExactly(false);
    }

    @Test
    void aRunThatEndedAfterItWasDueStalled_soDidOneThatWasStoppedOnTheWay() {
        assertThat(runs(done(STEP, 2, 45))).extracting(Run::stalled).containsExactly(false);
        assertThat(runs(done(STEP, 2, 46))).extracting(Run::stalled).containsExactly(true);
        assertThat(runs(run(STEP, minute(2), minute(7), false, true)))
                .extracting(Run::stalled)
                .containsExactly(true);
    }

    @Test
    void cyclesWithoutTheStepHaveNoExample() {
        assertThat(runs(done(FIRST, 0, 2))).isEmpty();
    }

    private static List<Run> runs(StepRun... steps) {
        return Runs.of(STEP, List.of(cycle("tonight", NIGHT, steps)));
    }

    private static Cycle cycle(String id, Instant startedAt, StepRun... steps) {
        return new Cycle("ovre.example", id, startedAt, null, List.of(steps));
    }

    private static StepRun done(String step, int ready, int finished) {
        return run(step, minute(ready), minute(finished), false, false);
    }

    private static StepRun run(
            String step, @Nullable Instant ready, @Nullable Instant finished, boolean inferred, boolean wasStopped) {
        Expectation expected = new Expectation(Duration.ofMinutes(45), Basis.CONFIGURED, 0);
        StepState state = finished == null ? StepState.CURRENT : StepState.DONE;
        return new StepRun(step, state, ready, null, finished, inferred, expected, DUE, null, wasStopped);
    }

    private static Instant minute(int minute) {
        return NIGHT.plus(Duration.ofMinutes(minute));
    }
}
