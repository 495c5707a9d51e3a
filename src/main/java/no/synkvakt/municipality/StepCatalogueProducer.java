package no.synkvakt.municipality;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.synkvakt.base.YamlList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the step catalogue of the package, or the operator's own in its place; at start, so that a broken one stops it. */
@Singleton
class StepCatalogueProducer {

    @Startup
    @Produces
    @Singleton
    StepCatalogue catalogue(@ConfigProperty(name = "synkvakt.steps.file") Optional<Path> mounted) {
        YamlList file = YamlList.of(mounted, "steps.yaml");
        List<Step> steps =
                file.read(Step.class).stream().map(YamlList.Entry::value).toList();
        try {
            return new StepCatalogue(steps);
        } catch (IllegalArgumentException e) {
            throw file.broken(0, String.valueOf(e.getMessage()));
        }
    }
}
