package no.synkvakt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.synkvakt.cycle.EventType;
import no.synkvakt.demo.Play.Move;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a made-up municipality's cycles go: step by step, wrong at one, on when somebody was mailed, and once more. */
class PlayTest {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00.123Z");
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final List<String> CHAIN = List.of("import-flyvo", "export-365");
    private static final String CYCLE = "demo-2026-11-23T01:00:00Z";

    private Instant now = START;

    @Test
    void aCycleBeginsAtOnce_andIsNamedForItsTime() {
        Play play = play(null);

        assertThat(play.municipality()).isEqualTo("nordli.example");
        assertThat(play.next(now, false)).contains(move(EventType.CYCLE_STARTED, null));
    }

    @Test
    void eachStepTakesAMoment_notANanosecondLess() {
        Play play = play(null);
        play.next(now, false);

        assertThat(play.next(now.plus(MOMENT).minusNanos(1), false)).isEmpty();
        assertThat(after(MOMENT, play, false)).contains(move(EventType.STEP_COMPLETED, "import-flyvo"));
        assertThat(play.next(now.plus(MOMENT).minusNanos(1), false)).isEmpty();
        assertThat(after(MOMENT, play, false)).contains(move(EventType.STEP_COMPLETED, "export-365"));
    }

    @Test
    void afterTheLastStepThereIsAPause_thenTheNextCycleBegins() {
        Play play = play(null);
        play.next(now, false);
        after(MOMENT, play, false);
        after(MOMENT, play, false);

        assertThat(play.next(now.plus(PAUSE).minusNanos(1), false)).isEmpty();
        assertThat(after(PAUSE, play, false))
                .contains(new Move(
                        "nordli.example", "demo-2026-11-23T01:05:06Z", EventType.CYCLE_STARTED, null, Map.of()));
    }

    @Test
    void aStepThatStandsStillSaysNothing_untilSomebodyWasMailed() {
        Play play = play(Twist.standsStill("export-365"));
        play.next(now, false);
        after(MOMENT, play, false);
        assertThat(play.waitsForMail()).isFalse();

        assertThat(after(MOMENT, play, false)).isEmpty();
        assertThat(play.waitsForMail()).isTrue();
        assertThat(after(Duration.ofHours(1), play, false)).isEmpty();
        assertThat(after(Duration.ZERO, play, true)).contains(move(EventType.STEP_COMPLETED, "export-365"));
        assertThat(play.waitsForMail()).isFalse();
    }

    @Test
    void whatTheMailWasAboutDoesNotMatterToTheOtherSteps() {
        Play play = play(Twist.standsStill("export-365"));
        play.next(now, false);

        assertThat(after(MOMENT, play, true)).contains(move(EventType.STEP_COMPLETED, "import-flyvo"));
        assertThat(after(MOMENT, play, true)).as("it goes wrong first").isEmpty();
    }

    @Test
    void aStepThatFailsOrIsHeldSaysSoOnce() {
        Play fails = play(Twist.fails("import-flyvo", "out of paper"));
        fails.next(now, false);
        assertThat(after(MOMENT, fails, false))
                .contains(new Move(
                        "nordli.example",
                        CYCLE,
                        EventType.STEP_FAILED,
                        "import-flyvo",
                        Map.of("message", "out of paper")));
        assertThat(after(MOMENT, fails, false)).isEmpty();

        now = START;
        Play held = play(Twist.isHeld("import-flyvo"));
        held.next(now, false);
        assertThat(after(MOMENT, held, false)).hasValueSatisfying(move -> {
            assertThat(move.type()).isEqualTo(EventType.STEP_HELD);
            assertThat(move.data()).containsOnlyKeys("changes", "limit");
        });
    }

    @Test
    void theNextCycleGoesWrongAtTheSameStep() {
        Play play = play(Twist.standsStill("import-flyvo"));
        play.next(now, false);
        after(MOMENT, play, false);
        after(MOMENT, play, true);
        after(MOMENT, play, false);
        after(PAUSE, play, false);

        assertThat(after(MOMENT, play, true)).isEmpty();
        assertThat(play.waitsForMail()).isTrue();
    }

    private Optional<Move> after(Duration duration, Play play, boolean mailed) {
        now = now.plus(duration);
        return play.next(now, mailed);
    }

    private static Play play(@Nullable Twist twist) {
        return new Play("nordli.example", CHAIN, twist);
    }

    private static Move move(EventType type, @Nullable String step) {
        return new Move("nordli.example", CYCLE, type, step, Map.of());
    }
}
