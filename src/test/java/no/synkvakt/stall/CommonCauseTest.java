package no.synkvakt.stall;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Sis;
import no.synkvakt.municipality.Step.Direction;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When stalls of one cause are an outage, and what they have in common. */
class CommonCauseTest {

    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final Instant FIRST = Instant.parse("2026-11-23T01:00:00Z");

    private final Municipality lillestrom = Shipped.municipality(lillestrom());

    @Test
    void threeWithinTheWindowAreAnOutageThatBeganWithTheFirst() {
        assertThat(outage(Duration.ZERO, Duration.ofMinutes(12), WINDOW)).contains(FIRST);
    }

    @Test
    void threeThatLieANanosecondFurtherApartAreNone() {
        assertThat(outage(Duration.ZERO, Duration.ofMinutes(12), WINDOW.plusNanos(1)))
                .isEmpty();
    }

    @Test
    void twoAreNone() {
        assertThat(outage(Duration.ZERO, Duration.ZERO)).isEmpty();
        assertThat(outage()).isEmpty();
    }

    @Test
    void anOldStallOfTheSameCauseIsNotPartOfIt() {
        Duration day = Duration.ofDays(1);
        assertThat(outage(Duration.ZERO, day, day.plusMinutes(1), day.plusMinutes(2)))
                .contains(FIRST.plus(day));
    }

    @Test
    void howManyItTakesIsASetting() {
        assertThat(CommonCause.outage(List.of(FIRST, FIRST), 2, Duration.ZERO)).contains(FIRST);
    }

    @Test
    void anImportIsSharedWithThoseOfTheSameSystem() {
        assertThat(CommonCause.of(lillestrom, "import-visma-flyt", Direction.IMPORT))
                .isEqualTo(new CommonCause("import-visma-flyt", Sis.VISMA_FLYT));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPORT")
    void anyOtherStepIsSharedWithEverybody(Direction direction) {
        assertThat(CommonCause.of(lillestrom, "export-lms", direction)).isEqualTo(new CommonCause("export-lms", null));
    }

    @Test
    void aCauseIsReadFromItsKey() {
        Stream.of(new CommonCause("export-lms", null), new CommonCause("import-sas", Sis.ISKOLE))
                .forEach(cause -> assertThat(CommonCause.of(cause.key())).isEqualTo(cause));
    }

    private static Optional<Instant> outage(Duration... afterFirst) {
        return CommonCause.outage(Stream.of(afterFirst).map(FIRST::plus).toList(), 3, WINDOW);
    }
}
