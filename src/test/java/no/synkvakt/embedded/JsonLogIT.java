package no.synkvakt.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.PackagedSynkvakt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as containers write it: each line JSON, with the municipality and the stall it is of. */
class JsonLogIT {

    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.log.console.json.enabled", "true",
            "synkvakt.notice.hold", "1s",
            "synkvakt.watch.every", "1s");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    @Test
    void eachLineIsJson_andSaysOfWhomAndWhatItIs() {
        try (PackagedSynkvakt synkvakt = PackagedSynkvakt.launch(dir, SETTINGS).untilReady()) {
            await().atMost(Duration.ofMinutes(2)).until(synkvakt::log, log -> log.contains("Sent notice"));
            List<JsonNode> lines = lines(synkvakt.log());
            JsonNode of = the("Sent notice", lines).path("mdc");
            assertThat(of.path("stall").asText()).isNotEmpty();
            assertThat(of.path("municipality").asText()).endsWith(".example");
            assertThat(lines)
                    .filteredOn(line -> line.path("message").asText().startsWith("Stall OPENED"))
                    .extracting(line -> line.path("mdc"))
                    .contains(of);
            assertThat(lines)
                    .filteredOn(line -> !line.path("loggerName").asText().contains("LogTransport"))
                    .noneMatch(line -> line.toString().contains("@"));
        }
    }

    private static List<JsonNode> lines(String log) {
        return log.lines().filter(line -> !line.isBlank()).map(JsonLogIT::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private static JsonNode the(String message, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("message").asText().startsWith(message))
                .findFirst()
                .orElseThrow();
    }
}
