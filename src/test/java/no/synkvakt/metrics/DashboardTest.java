package no.synkvakt.metrics;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Scrape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard asks in Prometheus's own language for what a running Synkvakt tells, and every panel says what it is for. */
@QuarkusTest
class DashboardTest extends FlowTest {

    private static final Path DASHBOARD = Path.of("k8s", "overlays", "production", "dashboard.json");
    private static final Pattern METRIC = Pattern.compile("synkvakt_\\w+");
    private static final Pattern GROUPED =
            Pattern.compile("by \\(([^)]*)\\) *\\(+(?:rate|increase)?\\(?(synkvakt_\\w+)");

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @TempDir
    @Nullable
    Path folder;

    @Inject
    Gauges gauges;

    @Test
    void everyMetricAndLabelItAsksForIsThere() throws IOException {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        gauges.refresh();
        Map<String, Double> samples =
                Scrape.of(Objects.requireNonNull(management).getPort()).samples();
        for (String expression : expressions()) {
            assertThat(METRIC.matcher(expression).results().toList())
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(samples.keySet())
                            .anyMatch(series -> series.replaceFirst("\\{.*", "").equals(metric.group())));
            Matcher grouped = GROUPED.matcher(expression);
            while (grouped.find()) {
                String metric = grouped.group(2);
                assertThat(List.of(grouped.group(1).split(", "))).allSatisfy(label -> assertThat(samples.keySet())
                        .anyMatch(series -> series.startsWith(metric + "{") && series.contains(label + "=")));
            }
        }
    }

    @Test
    void prometheusTakesEveryExpression() throws IOException, InterruptedException {
        List<Map<String, Object>> rules = expressions().stream()
                .map(expression -> Map.<String, Object>of(
                        "record", "panel", "expr", expression, "labels", Map.of("of", expression)))
                .toList();
        Path file = Objects.requireNonNull(folder).resolve("dashboard-rules.yaml");
        Files.writeString(
                file,
                new ObjectMapper()
                        .writeValueAsString(Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules)))));
        assertThat(Promtool.accepts(file, "check", "rules", file.toString()))
                .contains("SUCCESS: " + rules.size() + " rules found");
    }

    @Test
    void everyPanelSaysWhatItShows() throws IOException {
        assertThat(panels()).hasSize(14).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).endsWith(".");
            assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
        });
    }

    private static List<String> expressions() throws IOException {
        return panels().stream()
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").asText())
                .toList();
    }

    private static List<JsonNode> panels() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }
}
