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
        List<YamlList.Entry<Step>> entries = file.read(Step.class);
        StepCatalogue catalogue = new StepCatalogue(List.of());
        for (int upTo = 1; upTo <= entries.size(); upTo++) {
            catalogue = catalogue(file, entries.subList(0, upTo));
        }
        return catalogue;
    }

    /** Adding one entry at a time shows the line of the one that does not fit in. */
    private static StepCatalogue catalogue(YamlList file, List<YamlList.Entry<Step>> entries) {
        try {
            return new StepCatalogue(entries.stream().map(YamlList.Entry::value).toList());
        } catch (IllegalArgumentException e) {
            throw file.broken(entries.get(entries.size() - 1).line(), String.valueOf(e.getMessage()));
        }
    }
}
