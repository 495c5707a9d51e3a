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

    /** The name under which the municipality is asked for: that which it is mapped to, or else the engine's. */
    static String asked(FeedSetting setting, String name) {
        return setting.municipalities().getOrDefault(name, name);
    }

    /** The municipality's id. */
    String municipality(String name) throws NotTaken {
        String asked = asked(setting, name);
        Set<String> ids = owners.getOrDefault(asked, Set.of());
        if (ids.contains(asked)) {
            return asked;
        }
        if (ids.size() > 1) {
            throw new NotTaken(
                    RowColumn.MUNICIPALITY, name, "a name of one; this is that of " + String.join(" and ", ids));
        }
        return ids.stream()
                .findFirst()
                .orElseThrow(() -> new NotTaken(
                        RowColumn.MUNICIPALITY,
                        asked.equals(name) ? name : name + " -> " + asked,
                        "id, name or number of one that Synkvakt knows, or one that is mapped to it"));
    }

    /** The step's id. */
    String step(String name) throws NotTaken {
        String mapped = setting.steps().getOrDefault(name, name);
        return catalogue
                .find(mapped)
                .map(Step::id)
                .orElseThrow(() -> new NotTaken(
                        RowColumn.STEP, name, "one that is mapped, or the id or label of a step: " + catalogue.ids()));
    }
}
