package no.synkvakt.deadline;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Expectation.Basis;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word counts on how long a step may take: the municipality's, else the operator's, else the catalogue's. */
class ExpectedDurationsTest {

    private static final String FLYVO = "import-flyvo";
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration OF_CATALOGUE = Duration.ofHours(2);

    private final StepCatalogue catalogue = Shipped.catalogue();
    private final Municipality anybody = Shipped.municipality(lillestrom());
    private final Municipality withItsOwn = Shipped.municipality(lillestrom().expecting(FLYVO, Duration.ofMinutes(40)));

    /** The settings as a test has them. */
    private record Settings(Map<String, Duration> byName) implements ExpectedSettings {

        @Override
        public Set<String> names() {
            return byName.keySet();
        }

        @Override
        public Duration of(String name) {
            return Objects.requireNonNull(byName.get(name));
        }
    }

    @Test
    void whereNothingIsSettingstheCataloguesDefaultCounts() {
        assertThat(expected(Map.of()).of(anybody, FLYVO, NOW))
                .isEqualTo(new Expectation(OF_CATALOGUE, Basis.CONFIGURED, 0));
        assertThat(expected(Map.of()).configured(FLYVO)).isEqualTo(OF_CATALOGUE);
    }

    @Test
    void theSettingForEveryoneWinsOverTheCatalogue() {
        ExpectedDurations expected = expected(Map.of(FLYVO, Duration.ofMinutes(90)));

        assertThat(expected.of(anybody, FLYVO, NOW))
                .isEqualTo(new Expectation(Duration.ofMinutes(90), Basis.CONFIGURED, 0));
        assertThat(expected.configured(FLYVO)).hasMinutes(90);
    }

    @Test
    void theMunicipalitysOwnWinsOverBoth() {
        Expectation own = new Expectation(Duration.ofMinutes(40), Basis.OVERRIDDEN, 0);

        assertThat(expected(Map.of()).of(withItsOwn, FLYVO, NOW)).isEqualTo(own);
        assertThat(expected(Map.of(FLYVO, Duration.ofMinutes(90))).of(withItsOwn, FLYVO, NOW))
                .isEqualTo(own);
        assertThat(expected(Map.of()).configured(FLYVO)).as("everyone else's").isEqualTo(OF_CATALOGUE);
    }

    @Test
    void aMunicipalitysOwnThatIsTheSameAsTheDefault_isItsOwnStill() {
        Municipality same = Shipped.municipality(lillestrom().expecting(FLYVO, OF_CATALOGUE));

        assertThat(expected(Map.of()).of(same, FLYVO, NOW).basis()).isEqualTo(Basis.OVERRIDDEN);
    }

    @Test
    void whatIsSetForOneStepIsForThatStepAlone() {
        ExpectedDurations expected = expected(Map.of(FLYVO, Duration.ofMinutes(90)));

        assertThat(expected.of(withItsOwn, "synchronization", NOW))
                .isEqualTo(new Expectation(Duration.ofMinutes(45), Basis.CONFIGURED, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-flyvo", "Import FlyVo", "IMPORT FLYVO"})
    void aSettingNamesItsStepByIdOrLabelInAnyCase(String name) {
        assertThat(expected(Map.of(name, Duration.ofMinutes(90))).configured(FLYVO))
                .hasMinutes(90);
    }

    @Test
    void aStepThatTheCatalogueNoLongerHas_mayTakeTwoHours() {
        assertThat(expected(Map.of()).of(anybody, "import-of-yore", NOW))
                .isEqualTo(new Expectation(Duration.ofHours(2), Basis.CONFIGURED, 0));
    }

    @Test
    void aSettingThatNamesNoStepIsRefused_byNameAndWithThoseThereAre() {
        assertThatThrownBy(() -> expected(Map.of("import-flywo", Duration.ofHours(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("synkvakt.expected.\"import-flywo\" names no step; accepted: import-sas-isi, ")
                .hasMessageContaining(", import-flyvo, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT-0.000000001S"})
    void aSettingThatIsNotLongerThanNothingIsRefused_byNameAndValue(String duration) {
        assertThatThrownBy(() -> expected(Map.of(FLYVO, Duration.parse(duration))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("synkvakt.expected.\"import-flyvo\" = " + duration + "; accepted: longer than nothing");
    }

    @Test
    void theShortestTimeThereIsWillDo() {
        assertThat(expected(Map.of(FLYVO, Duration.ofNanos(1))).configured(FLYVO))
                .hasNanos(1);
    }

    private ExpectedDurations expected(Map<String, Duration> settings) {
        return new ExpectedDurations(
                catalogue,
                new Settings(settings),
                () -> Learning.OFF,
                owner -> Map.of(),
                OrdinaryTimes.SEASONS,
                Windows.NONE);
    }
}
