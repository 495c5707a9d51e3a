package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Nothing lies under {@code k8s} that is neither applied nor an example. */
class FilesTest {

    private static final String KUSTOMIZATION = "kustomization.yaml";

    @Test
    void eachIsNamedByItsKustomizationOrIsAnExample() throws IOException {
        for (Path folder : withFiles()) {
            Set<String> named = new TreeSet<>();
            collect(new Yaml().load(Files.readString(folder.resolve(KUSTOMIZATION))), named);
            assertThat(filesIn(folder))
                    .filteredOn(file -> !file.equals(KUSTOMIZATION) && !file.contains(".example."))
                    .as("files of %s", folder)
                    .isNotEmpty()
                    .isSubsetOf(named);
        }
    }

    @Test
    void anExampleIsNeverApplied() throws IOException {
        for (Path folder : withFiles()) {
            assertThat(Files.readString(folder.resolve(KUSTOMIZATION)).replaceAll("(?m)#.*$", ""))
                    .doesNotContain(".example.yaml");
        }
    }

    /** Every text in it that may name a file: of lists, of patches, and behind the "=" or alone of generators. */
    private static void collect(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, names));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, names));
        } else if (node instanceof String text) {
            names.add(text.substring(text.indexOf('=') + 1));
        }
    }

    private static List<Path> withFiles() throws IOException {
        try (Stream<Path> files = Files.walk(RenderedManifests.ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static Set<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }
}
