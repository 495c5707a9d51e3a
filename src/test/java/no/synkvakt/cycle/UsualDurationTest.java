package no.synkvakt.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a step usually takes: what is called usual, and from how many runs. */
class UsualDurationTest {

    private static final String STEP = "import-flyvo";
    private static final Instant READY = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void threeRunsAreEnough_twoAreNot() {
        assertThat(usual(done(10), done(30))).isNull();
        assertThat(usual(done(10), done(30), done(20))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void itIsTheMedian_soThatOneBadNightMovesItLittle() {
        assertThat(usual(done(12), done(700), done(11), done(13), done(10))).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void ofAnEvenNumberItIsTheLongerOfTheTwoInTheMiddle() {
        assertThat(usual(done(40), done(10), done(30), done(20))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void runsThatStillGoDoNotCount() {
        assertThat(usual(done(10), done(20), run(StepState.CURRENT, READY, null, false)))
                .isNull();
        assertThat(usual(done(10), done(20), run(StepState.FAILED, READY, null, false)))
                .isNull();
    }

    @Test
    void runsWhoseEndWasOnlyInferredDoNotCount() {
        assertThat(usual(done(10), done(20), run(StepState.DONE, READY, READY.plusSeconds(60), true)))
                .isNull();
    }

    @Test
    void runsThatNobodyKnowsTheBeginningOfDoNotCount() {
        assertThat(usual(done(10), done(20), run(StepState.DONE, null, READY, false)))
                .isNull();
    }

    @Test
    void runsThatEndedBeforeTheyWereReadyDoNotCount() {
        assertThat(usual(done(10), done(20), done(-1))).isNull();
        assertThat(usual(done(0), done(0), done(0))).isEqualTo(Duration.ZERO);
    }

    private static @Nullable Duration usual(StepRun... runs) {
        return UsualDuration.of(List.of(runs)).orElse(null);
    }

    private static StepRun done(int minutes) {
        return run(StepState.DONE, READY, READY.plus(Duration.ofMinutes(minutes)), false);
    }

    private static StepRun run(
            StepState state, @Nullable Instant readyAt, @Nullable Instant finishedAt, boolean inferred) {
        Expectation expected = new Expectation(Duration.ofHours(2), Expectation.Basis.CONFIGURED, 0);
        return new StepRun(STEP, state, readyAt, null, finishedAt, inferred, expected, null, null);
    }
}
