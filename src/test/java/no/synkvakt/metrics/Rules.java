package no.synkvakt.metrics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The alerts that come with the production overlay. */
record Rules(JsonNode spec) {

    private static final Path MANIFEST = Path.of("k8s", "overlays", "production", "prometheus-rule.yaml");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** A rule, as Prometheus knows it. */
    record Alert(String alert, String expr, Map<String, String> labels, Map<String, String> annotations) {}

    static Rules shipped() throws IOException {
        Object manifest = new Yaml().load(Files.readString(MANIFEST));
        return new Rules(MAPPER.valueToTree(manifest).path("spec"));
    }

    /** Writes the rules the way Prometheus reads them itself; JSON is YAML too. */
    void writeTo(Path file) throws IOException {
        Files.writeString(file, spec.toPrettyString());
    }

    List<Alert> alerts() {
        return StreamSupport.stream(spec.path("groups").spliterator(), false)
                .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
                .map(rule -> MAPPER.convertValue(rule, Alert.class))
                .toList();
    }
}
