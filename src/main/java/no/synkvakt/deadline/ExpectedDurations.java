package no.synkvakt.deadline;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.synkvakt.cycle.Expectation;
import no.synkvakt.cycle.Expectation.Basis;
import no.synkvakt.cycle.Expectations;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * How long each step may take: the municipality's own duration, else the setting for everyone, else the catalogue's
 * default.
 */
@Startup
@Singleton
public class ExpectedDurations implements Expectations {

    /** For a step that an operator took out of the catalogue while cycles still have it in their chain. */
    private static final Duration OF_UNKNOWN_STEP = Duration.ofHours(2);

    private final Map<String, Duration> configured = new HashMap<>();

    /** @throws IllegalArgumentException when a setting names no step, or a duration that is not longer than nothing */
    public ExpectedDurations(StepCatalogue catalogue, ExpectedSettings settings) {
        catalogue.steps().forEach(step -> configured.put(step.id(), step.expected()));
        settings.names().forEach(name -> configure(catalogue, name, settings.of(name)));
    }

    /** What everyone's expectation is unless a municipality has its own. */
    public Duration configured(String step) {
        return configured.getOrDefault(step, OF_UNKNOWN_STEP);
    }

    @Override
    public Expectation of(Municipality municipality, String step, Instant readyAt) {
        @Nullable Duration own = municipality.expected().get(step);
        return own == null
                ? new Expectation(configured(step), Basis.CONFIGURED, 0)
                : new Expectation(own, Basis.OVERRIDDEN, 0);
    }

    private void configure(StepCatalogue catalogue, String name, Duration duration) {
        String setting = "synkvakt.expected.\"" + name + "\"";
        Step step = catalogue
                .find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException(setting + " names no step; accepted: " + catalogue.ids()));
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(setting + " = " + duration + "; accepted: longer than nothing");
        }
        configured.put(step.id(), duration);
    }
}
