package no.synkvakt.municipality;

import java.nio.file.Path;
import java.util.Optional;

/** Reads step catalogues as a start does, for tests elsewhere. */
public final class StepCatalogues {

    private StepCatalogues() {}

    public static StepCatalogue read(Path file) {
        return new StepCatalogueProducer().catalogue(Optional.of(file));
    }
}
