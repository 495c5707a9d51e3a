package no.synkvakt.metrics;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Scrape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts are Prometheus's own language, ring when they should, and ask for metrics that a running Synkvakt has. */
@QuarkusTest
class RulesTest extends FlowTest {

    private static final Path CASES = Path.of("src", "test", "resources", "prometheus", "rules-test.yaml");
    private static final Pattern METRIC = Pattern.compile("synkvakt_\\w+");
    private static final Pattern MATCHER = Pattern.compile("\\w+=\"\\w+\"");

    @TestHTTPResource(management = true)
    @Nullable
    URL management;

    @Inject
    Gauges gauges;

    @TempDir
    @Nullable
    Path folder;

    @Test
    void prometheusTakesThem_andTheyRingWhenTheyShould() throws IOException, InterruptedException {
        Path rules = file("rules.yaml");
        Rules.shipped().writeTo(rules);
        Path cases = Files.copy(CASES, file("rules-test.yaml"));
        assertThat(Promtool.accepts(rules, "check", "rules", rules.toString())).contains("SUCCESS: 10 rules found");
        assertThat(Promtool.accepts(rules, "test", "rules", cases.toString())).contains("SUCCESS");
    }

    @Test
    void everyAlertSaysHowBadItIs_whatItMeansAndWhereHelpIs() throws IOException {
        assertThat(Rules.shipped().alerts()).hasSize(10).allSatisfy(alert -> {
            assertThat(alert.labels().get("severity")).isIn("critical", "warning");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
            assertThat(alert.annotations().get("runbook_url"))
                    .isEqualTo("README.md#" + alert.alert().toLowerCase(Locale.ROOT));
            assertThat(Path.of("README.md")).content().contains("\n### " + alert.alert() + "\n");
        });
    }

    @Test
    void whatTheyAskForIsThere() throws IOException {
        Set<String> series = scrape().samples().keySet();
        for (Rules.Alert alert : Rules.shipped().alerts()) {
            assertThat(found(METRIC, alert.expr())).isNotEmpty().allMatch(metric -> series.stream()
                    .anyMatch(one -> one.startsWith(metric)));
            assertThat(found(MATCHER, alert.expr()))
                    .allMatch(label -> series.stream().anyMatch(one -> one.contains(label)));
        }
    }

    @Test
    void prometheusFindsNothingWrongWithTheMetrics() throws IOException, InterruptedException {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route");
        Path own = Files.writeString(file("metrics.txt"), own(scrape().text()));
        assertThat(Promtool.accepts(own, "check", "metrics")).isEmpty();
    }

    /** The lines of Synkvakt's own metrics, with what is said of them. */
    private static String own(String scrape) {
        return scrape.lines().filter(line -> line.contains("synkvakt_")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Set<String> found(Pattern pattern, String expression) {
        return pattern.matcher(expression)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Path file(String name) {
        return Objects.requireNonNull(folder).resolve(name);
    }

    private Scrape scrape() {
        gauges.refresh();
        return Scrape.of(Objects.requireNonNull(management).getPort());
    }
}
