package no.synkvakt.artifact;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A playbook and a step catalogue of an operator's own. */
public class MountedFiles implements QuarkusTestResourceLifecycleManager {

    private static final String PLAYBOOK = """
            - id: caretaker
              audience: SELF_SERVICE
              actions:
                nb: [Ring vaktmesteren.]
                nn: [Ring vaktmeisteren.]
                en: [Call the caretaker.]
            """;

    private static final String STEPS = """
            - { id: import-everything, label: Import Everything, direction: IMPORT, expected: PT0.1S }
            """;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "synkvakt.playbook.file", written("playbook", PLAYBOOK),
                "synkvakt.steps.file", written("steps", STEPS));
    }

    @Override
    public void stop() {}

    private static String written(String name, String text) {
        try {
            Path file = Files.createTempFile(name, ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
