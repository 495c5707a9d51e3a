package no.synkvakt.playbook;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.synkvakt.base.YamlList;
import no.synkvakt.municipality.StepCatalogue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the playbook of the package, or the operator's own in its place; at start, so that a broken one stops it. */
@Singleton
class PlaybookProducer {

    @Startup
    @Produces
    @Singleton
    Playbook playbook(
            @ConfigProperty(name = "synkvakt.playbook.file") Optional<Path> mounted, StepCatalogue catalogue) {
        return read(YamlList.of(mounted, "playbook.yaml"), catalogue);
    }

    /** @throws no.synkvakt.base.BrokenFileException naming file, line and reason */
    static Playbook read(YamlList file, StepCatalogue catalogue) {
        List<YamlList.Entry<PlaybookEntry>> entries = file.read(PlaybookEntry.class);
        for (int later = 0; later < entries.size(); later++) {
            YamlList.Entry<PlaybookEntry> entry = entries.get(later);
            checkSteps(file, entry, catalogue);
            for (YamlList.Entry<PlaybookEntry> earlier : entries.subList(0, later)) {
                checkApart(file, earlier.value(), entry);
            }
        }
        return new Playbook(entries.stream().map(YamlList.Entry::value).toList());
    }

    private static void checkSteps(YamlList file, YamlList.Entry<PlaybookEntry> entry, StepCatalogue catalogue) {
        Match match = entry.value().match();
        for (String step :
                Stream.concat(match.steps().stream(), match.chain().stream()).toList()) {
            if (catalogue.steps().stream().noneMatch(known -> known.id().equals(step))) {
                throw file.broken(
                        entry.line(),
                        "entry '" + entry.value().id() + "' names the step '" + step + "'; accepted: "
                                + catalogue.ids());
            }
        }
    }

    private static void checkApart(YamlList file, PlaybookEntry earlier, YamlList.Entry<PlaybookEntry> entry) {
        if (earlier.id().equals(entry.value().id())) {
            throw file.broken(entry.line(), "a second entry has the id '" + earlier.id() + "'");
        }
        if (earlier.match().tiesWith(entry.value().match())) {
            throw file.broken(
                    entry.line(),
                    "entries '" + earlier.id() + "' and '" + entry.value().id()
                            + "' match the same situation, and neither names more than the other");
        }
    }
}
