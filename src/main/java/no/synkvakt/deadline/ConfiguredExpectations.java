package no.synkvakt.deadline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import org.eclipse.microprofile.config.Config;

/**
 * Reads {@code synkvakt.expected."<step id>"}. Not a mapping to a map: the hyphens of an id that is set by an environment
 * variable come back only when the property is asked for by its name.
 */
@Singleton
class ConfiguredExpectations implements ExpectedSettings {

    private static final String PREFIX = "synkvakt.expected.\"";
    private static final Pattern PROPERTY = Pattern.compile("synkvakt\\.expected\\.\"([^\"]+)\"");

    private final Config config;
    private final Set<String> names = new TreeSet<>();

    ConfiguredExpectations(Config config, StepCatalogue catalogue) {
        this.config = config;
        Set<String> fromEnvironment = new TreeSet<>();
        for (Step step : catalogue.steps()) {
            if (config.getOptionalValue(PREFIX + step.id() + "\"", String.class).isPresent()) {
                names.add(step.id());
                fromEnvironment.add(step.id().replace('-', '.'));
            }
        }
        for (String property : config.getPropertyNames()) {
            Matcher matcher = PROPERTY.matcher(property);
            if (matcher.matches() && !fromEnvironment.contains(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public Duration of(String name) {
        return config.getValue(PREFIX + name + "\"", Duration.class);
    }
}
