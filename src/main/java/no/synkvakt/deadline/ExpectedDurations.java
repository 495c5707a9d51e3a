package no.synkvakt.deadline;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
 * How long each step may take: the municipality's own duration, else the learned one if learned ones hold, else the setting
 * for everyone, else the catalogue's default.
 */
@Startup
@Singleton
public class ExpectedDurations implements Expectations {

    /** For a step that an operator took out of the catalogue while cycles still have it in their chain. */
    private static final Duration OF_UNKNOWN_STEP = Duration.ofHours(2);

    private final Map<String, Duration> configured = new HashMap<>();
    private final LearningSetting setting;
    private final LearnedLimits limits;
    private final Seasons seasons;
    private final Windows windows;

    /** @throws IllegalArgumentException when a setting names no step, or a duration that is not longer than nothing */
    public ExpectedDurations(
            StepCatalogue catalogue,
            ExpectedSettings settings,
            LearningSetting setting,
            LearnedLimits limits,
            Seasons seasons,
            Windows windows) {
        this.seasons = seasons;
        this.windows = windows;
        this.setting = setting;
        this.limits = limits;
        catalogue.steps().forEach(step -> configured.put(step.id(), step.expected()));
        settings.names().forEach(name -> configure(catalogue, name, settings.of(name)));
    }

    /** What everyone's expectation is unless a municipality has its own. */
    public Duration configured(String step) {
        return configured.getOrDefault(step, OF_UNKNOWN_STEP);
    }

    @Override
    public OfSteps of(Municipality municipality) {
        Learning learning = setting.learning();
        Map<String, Learned> learned = learning == Learning.OFF ? Map.of() : limits.of(municipality.id());
        MaintenanceOf maintenance = new MaintenanceOf(municipality.id(), windows);
        return (step, readyAt) -> {
            @Nullable Duration own = municipality.expected().get(step);
            Expectation expectation = own == null
                    ? ofEveryone(step, learning, learned.get(step)).widened(usual -> seasons.widened(usual, readyAt))
                    : new Expectation(own, Basis.OVERRIDDEN, 0);
            return expectation.pausedFor(maintenance.pauses(step, readyAt, expectation.duration()));
        };
    }

    @Override
    public void readAhead(Collection<String> municipalities, Instant since) {
        if (setting.learning() != Learning.OFF) {
            limits.readAhead(municipalities);
        }
        windows.readAhead(municipalities, since);
    }

    private Expectation ofEveryone(String step, Learning learning, @Nullable Learned numbers) {
        Expectation ofAll = new Expectation(configured(step), Basis.CONFIGURED, 0);
        if (numbers == null || !isSound(numbers, LearningBounds.of(ofAll.duration()))) {
            return ofAll;
        }
        Expectation learned = new Expectation(
                numbers.limit(), Basis.LEARNED, numbers.samples(), numbers.median(), numbers.spread(), null, null);
        return learning == Learning.ON ? learned : ofAll.beside(learned);
    }

    /** What was stored under other settings, or is broken, does not hold: it is learned anew at the next complete cycle. */
    private static boolean isSound(Learned numbers, LearningBounds bounds) {
        return numbers.limit().compareTo(bounds.floor().truncatedTo(ChronoUnit.MILLIS)) >= 0
                && numbers.limit().compareTo(bounds.cap()) <= 0;
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
