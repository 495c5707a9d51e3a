package no.synkvakt.cycle;

import static no.synkvakt.cycle.Shadow.Outcome.EARLIER;
import static no.synkvakt.cycle.Shadow.Outcome.FALSE_ALARM;
import static no.synkvakt.cycle.Shadow.Outcome.LATER;
import static no.synkvakt.cycle.Shadow.Outcome.NONE;
import static no.synkvakt.cycle.Shadow.Outcome.SPARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.synkvakt.cycle.Expectation.Basis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a learned limit that does not hold would have made of a run, to the instant. */
class ShadowTest {

    private static final String STEP = "import-flyvo";
    private static final Instant READY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration CONFIGURED = Duration.ofHours(1);
    private static final Duration SHORTER = Duration.ofMinutes(25);
    private static final Duration LONGER = Duration.ofMinutes(80);
    private static final Duration SMALLEST = Duration.ofNanos(1);

    @Test
    void whatEndsWithinEitherLimitIsTheSame() {
        assertThat(outcome(SHORTER, SHORTER)).isEqualTo(NONE);
        assertThat(outcome(LONGER, CONFIGURED)).isEqualTo(NONE);
    }

    @Test
    void anAlarmForWhatEndsByItselfInTimeIsFalse() {
        assertThat(outcome(SHORTER, SHORTER.plus(SMALLEST))).isEqualTo(FALSE_ALARM);
        assertThat(outcome(SHORTER, CONFIGURED)).isEqualTo(FALSE_ALARM);
    }

    @Test
    void aStallIsSeenEarlierByAShorterLimit_andAtTheSameTimeByTheSame() {
        assertThat(outcome(SHORTER, CONFIGURED.plus(SMALLEST))).isEqualTo(EARLIER);
        assertThat(outcome(CONFIGURED, CONFIGURED.plus(SMALLEST))).isEqualTo(EARLIER);
    }

    @Test
    void aLongerLimitSparesAnAlarmOrRaisesItLater() {
        assertThat(outcome(LONGER, CONFIGURED.plus(SMALLEST))).isEqualTo(SPARED);
        assertThat(outcome(LONGER, LONGER)).isEqualTo(SPARED);
        assertThat(outcome(LONGER, LONGER.plus(SMALLEST))).isEqualTo(LATER);
    }

    @Test
    void itWouldHaveBeenDueThatLongAfterItWasReady() {
        Shadow shadow = Shadow.of(run(SHORTER, null, false)).orElseThrow();

        assertThat(shadow.dueAt()).isEqualTo(READY.plus(SHORTER));
        assertThat(shadow.limit().duration()).isEqualTo(SHORTER);
    }

    @Test
    void ofARunThatGoesOnOrWasStoppedNothingIsKnownYet() {
        assertThat(outcome(run(SHORTER, null, false))).isNull();
        assertThat(outcome(run(SHORTER, CONFIGURED.plus(SMALLEST), true))).isNull();
    }

    @Test
    void whereNothingWasLearnedNothingIsTried() {
        assertThat(Shadow.of(run(null, CONFIGURED, false))).isEmpty();
    }

    @Test
    void aStepThatIsNotReadyHasNothingTried() {
        StepRun pending = new StepRun(STEP, StepState.PENDING, null, null, null, false, tried(SHORTER), null, null);

        assertThat(Shadow.of(pending)).isEmpty();
    }

    @Test
    void theTallyCountsAlarmsAndThoseThatWereFalse_inRunsThatAreOver() {
        List<Cycle> cycles = cycles(
                run(SHORTER, Duration.ofMinutes(10), false),
                run(SHORTER, Duration.ofMinutes(26), false),
                run(SHORTER, Duration.ofMinutes(61), false),
                run(LONGER, Duration.ofMinutes(61), false),
                run(LONGER, Duration.ofMinutes(81), false),
                run(SHORTER, null, false),
                run(null, Duration.ofMinutes(61), false));

        assertThat(ShadowTally.of(STEP, cycles)).isEqualTo(new ShadowTally(5, 3, 1));
        assertThat(ShadowTally.of("export-ad", cycles)).isEqualTo(new ShadowTally(0, 0, 0));
    }

    private static Shadow.@Nullable Outcome outcome(Duration learned, Duration took) {
        return outcome(run(learned, took, false));
    }

    private static Shadow.@Nullable Outcome outcome(StepRun run) {
        return Shadow.of(run).orElseThrow().outcome();
    }

    private static Expectation tried(@Nullable Duration learned) {
        Expectation configured = new Expectation(CONFIGURED, Basis.CONFIGURED, 0);
        return learned == null ? configured : configured.beside(new Expectation(learned, Basis.LEARNED, 30));
    }

    private static StepRun run(@Nullable Duration learned, @Nullable Duration took, boolean wasStopped) {
        return new StepRun(
                STEP,
                took == null ? StepState.CURRENT : StepState.DONE,
                READY,
                null,
                took == null ? null : READY.plus(took),
                false,
                tried(learned),
                READY.plus(CONFIGURED),
                null,
                wasStopped);
    }

    private static List<Cycle> cycles(StepRun... runs) {
        List<StepRun> all = Stream.of(runs).toList();
        return IntStream.range(0, all.size())
                .mapToObj(number ->
                        new Cycle("lillestrom.kommune.no", "cycle-" + number, READY, null, List.of(all.get(number))))
                .toList();
    }
}
