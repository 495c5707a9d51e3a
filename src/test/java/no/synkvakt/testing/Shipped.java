package no.synkvakt.testing;

import java.util.Optional;
import no.synkvakt.base.YamlList;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;

/** What Synkvakt comes with, for tests of rules that need no more than that. */
public final class Shipped {

    private Shipped() {}

    public static StepCatalogue catalogue() {
        return new StepCatalogue(YamlList.of(Optional.empty(), "steps.yaml").read(Step.class).stream()
                .map(YamlList.Entry::value)
                .toList());
    }

    /** The municipality as it is known once it has been put. */
    public static Municipality municipality(MunicipalityFixture fixture) {
        return StrictJson.mapper().convertValue(fixture.jsonWithId(), Municipality.class);
    }
}
