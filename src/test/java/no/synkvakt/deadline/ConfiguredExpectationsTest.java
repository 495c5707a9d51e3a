package no.synkvakt.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;

/** Where an operator sets expected durations: a property or an environment variable, each naming its step. */
class ConfiguredExpectationsTest {

    private static final int ORDINAL = 300;

    @Test
    void whereNothingIsSet_nothingIsNamed() {
        assertThat(settings(Map.of(), Map.of()).names()).isEmpty();
    }

    @Test
    void aPropertyNamesItsStepInQuotes() {
        ConfiguredExpectations settings = settings(Map.of("synkvakt.expected.\"import-flyvo\"", "PT90M"), Map.of());

        assertThat(settings.names()).containsExactly("import-flyvo");
        assertThat(settings.of("import-flyvo")).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void anEnvironmentVariableNamesItsStepWithoutHyphens() {
        ConfiguredExpectations settings = settings(Map.of(), Map.of("SYNKVAKT_EXPECTED__IMPORT_FLYVO_", "PT90M"));

        assertThat(settings.names()).containsExactly("import-flyvo");
        assertThat(settings.of("import-flyvo")).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void theEnvironmentWinsOverAFile() {
        ConfiguredExpectations settings = settings(
                Map.of("synkvakt.expected.\"export-ad\"", "PT20M"), Map.of("SYNKVAKT_EXPECTED__EXPORT_AD_", "PT30M"));

        assertThat(settings.names()).containsExactly("export-ad");
        assertThat(settings.of("export-ad")).hasMinutes(30);
    }

    @Test
    void aNameThatNoStepHasIsKept_soThatItCanBeRefused() {
        ConfiguredExpectations property = settings(Map.of("synkvakt.expected.\"import-flywo\"", "PT1H"), Map.of());
        ConfiguredExpectations variable = settings(Map.of(), Map.of("SYNKVAKT_EXPECTED__IMPORT_FLYWO_", "PT1H"));

        assertThatThrownBy(() -> new ExpectedDurations(
                        Shipped.catalogue(),
                        property,
                        () -> Learning.OFF,
                        owner -> Map.of(),
                        OrdinaryTimes.SEASONS,
                        Windows.NONE))
                .hasMessageStartingWith("synkvakt.expected.\"import-flywo\" names no step; accepted: ");
        assertThatThrownBy(() -> new ExpectedDurations(
                        Shipped.catalogue(),
                        variable,
                        () -> Learning.OFF,
                        owner -> Map.of(),
                        OrdinaryTimes.SEASONS,
                        Windows.NONE))
                .hasMessageStartingWith("synkvakt.expected.\"import.flywo\" names no step; accepted: ");
    }

    private static ConfiguredExpectations settings(Map<String, String> properties, Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "a file", ORDINAL - 50))
                .withSources(new EnvConfigSource(environment, ORDINAL))
                .addDefaultInterceptors()
                .build();
        return new ConfiguredExpectations(config, Shipped.catalogue());
    }
}
