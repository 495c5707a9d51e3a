package no.synkvakt.deadline;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Expectation.Basis;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a learned limit stands among the others, and when it holds. */
class LearnedExpectationsTest {

    private static final String STEP = "import-visma-flyt";
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Expectation CONFIGURED = new Expectation(Duration.ofHours(1), Basis.CONFIGURED, 0);
    private static final LearningBounds BOUNDS = LearningBounds.of(CONFIGURED.duration());
    private static final Duration MEDIAN = Duration.ofMinutes(14);
    private static final Duration SPREAD = Duration.ofMinutes(2);

    private final Municipality anybody = Shipped.municipality(lillestrom());
    private final List<String> asked = new ArrayList<>();

    private record NoSettings() implements ExpectedSettings {

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Duration of(String name) {
            throw new AssertionError(name);
        }
    }

    @Test
    void whereLearnedOnesHold_theyDo_withTheNumbersTheyAreFrom() {
        assertThat(of(Learning.ON, BOUNDS.floor())).isEqualTo(learned(BOUNDS.floor()));
        assertThat(of(Learning.ON, BOUNDS.cap())).isEqualTo(learned(BOUNDS.cap()));
    }

    @Test
    void inTheShadow_theConfiguredOneHolds_andTheLearnedOneStandsBeside() {
        assertThat(of(Learning.SHADOW, BOUNDS.floor())).isEqualTo(CONFIGURED.beside(learned(BOUNDS.floor())));
    }

    @Test
    void off_nothingLearnedIsEvenAskedFor() {
        assertThat(of(Learning.OFF, BOUNDS.floor())).isEqualTo(CONFIGURED);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Learning.class)
    void theMunicipalitysOwnWins_andNothingIsTriedBesideIt(Learning learning) {
        Municipality withItsOwn = Shipped.municipality(lillestrom().expecting(STEP, Duration.ofMinutes(40)));

        assertThat(expected(learning, BOUNDS.floor()).of(withItsOwn, STEP, NOW))
                .isEqualTo(new Expectation(Duration.ofMinutes(40), Basis.OVERRIDDEN, 0));
    }

    @ParameterizedTest
    @EnumSource(Learning.class)
    void aStepOfWhichNothingWasLearnedHasWhatIsConfigured(Learning learning) {
        assertThat(expected(learning, BOUNDS.floor()).of(anybody, "synchronization", NOW))
                .isEqualTo(new Expectation(Duration.ofMinutes(45), Basis.CONFIGURED, 0));
    }

    @ParameterizedTest
    @EnumSource(Learning.class)
    void whatIsOutsideOfTheBounds_isBrokenOrFromOtherSettings_andDoesNotHold(Learning learning) {
        for (Duration limit : List.of(
                BOUNDS.floor().minusMillis(1),
                BOUNDS.cap().plusNanos(1),
                Duration.ZERO,
                Duration.ofMillis(Long.MIN_VALUE),
                Duration.ofMillis(Long.MAX_VALUE))) {
            assertThat(of(learning, limit)).isEqualTo(CONFIGURED);
        }
    }

    @Test
    void ofAWholeChainItIsAskedOnce() {
        var ofSteps = expected(Learning.ON, BOUNDS.floor()).of(anybody);
        anybody.steps().forEach(step -> ofSteps.of(step, NOW));

        assertThat(asked).containsExactly(anybody.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shadow", "Shadow", " SHADOW "})
    void theSettingIsOneOfThreeWords_inAnyCase(String word) {
        assertThat(new ConfiguredLearning(word).learning()).isEqualTo(Learning.SHADOW);
        assertThat(Learning.of("on")).isEqualTo(Learning.ON);
        assertThat(Learning.of("off")).isEqualTo(Learning.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "shadows"})
    void anotherWordIsRefused_byTheSettingAndWithThoseThereAre(String word) {
        assertThatThrownBy(() -> new ConfiguredLearning(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.learning = '" + word + "'; accepted: one of off, shadow, on");
    }

    private Expectation of(Learning learning, Duration limit) {
        return expected(learning, limit).of(anybody, STEP, NOW);
    }

    private ExpectedDurations expected(Learning learning, Duration limit) {
        return new ExpectedDurations(
                Shipped.catalogue(),
                new NoSettings(),
                () -> learning,
                owner -> {
                    asked.add(owner);
                    return Map.of(STEP, new Learned(limit, 30, MEDIAN, SPREAD));
                },
                OrdinaryTimes.SEASONS,
                Windows.NONE);
    }

    private static Expectation learned(Duration limit) {
        return new Expectation(limit, Basis.LEARNED, 30, MEDIAN, SPREAD, null, null);
    }
}
