package no.synkvakt.feed;

import java.util.Map;
import java.util.Set;
import no.synkvakt.feed.FeedSettings.FeedSetting;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;

/** Which owners and steps an engine means. */
final class EngineNames {

    private final FeedSetting setting;
    private final StepCatalogue catalogue;
    private final Map<String, Set<String>> owners;

    /** @param owners the ids of municipalities, by whatever name they have been asked for */
    EngineNames(FeedSetting setting, StepCatalogue catalogue, Map<String, Set<String>> owners) {
        this.setting = setting;
        this.catalogue = catalogue;
        this.owners = owners;
    }

    /** The municipality's id. */
    String municipality(String name) throws NotTaken {
        if (setting.municipalities().containsKey(name)) {
            return setting.municipalities().get(name);
        }
        Set<String> ids = owners.getOrDefault(name, Set.of());
        if (ids.size() > 1) {
            throw new NotTaken("municipality", name, "a name of one; this is that of " + String.join(" and ", ids));
        }
        return ids.stream()
                .findFirst()
                .orElseThrow(() -> new NotTaken(
                        "municipality", name, "id, name or number of one that Synkvakt knows, or one that is mapped"));
    }

    /** The step's id. */
    String step(String name) throws NotTaken {
        String mapped = setting.steps().getOrDefault(name, name);
        return catalogue
                .find(mapped)
                .map(Step::id)
                .orElseThrow(() -> new NotTaken(
                        "step", name, "one that is mapped, or the id or label of a step: " + catalogue.ids()));
    }
}
