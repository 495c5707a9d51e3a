package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What may be learned for a step at all. */
class LearningBoundsTest {

    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    @Test
    void theCapIsTwiceWhatIsConfigured() {
        assertThat(LearningBounds.of(Duration.ofHours(1)).cap()).hasHours(2);
    }

    @Test
    void theFloorIsAtLeastTenMinutes_butNeverAboveTheCap() {
        assertThat(LearningBounds.of(Duration.ofMinutes(30)).floor()).hasMinutes(10);
        assertThat(LearningBounds.of(Duration.ofHours(12)).floor()).isGreaterThan(Duration.ofHours(1));
        assertThat(LearningBounds.of(Duration.ofSeconds(20)))
                .isEqualTo(new LearningBounds(Duration.ofSeconds(40), Duration.ofSeconds(40)));
    }

    @Test
    void aStepThatMayTakeForEverMayStill() {
        assertThat(LearningBounds.of(FOR_EVER).cap()).isEqualTo(FOR_EVER);
    }
}
