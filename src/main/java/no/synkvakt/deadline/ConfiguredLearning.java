package no.synkvakt.deadline;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code synkvakt.learning}; at start, so that a word that is none of the three stops it. */
@Startup
@Singleton
class ConfiguredLearning implements LearningSetting {

    private final Learning learning;

    /** @throws IllegalArgumentException when it is none of the three */
    ConfiguredLearning(@ConfigProperty(name = Learning.SETTING) String word) {
        this.learning = Learning.of(word);
    }

    @Override
    public Learning learning() {
        return learning;
    }
}
