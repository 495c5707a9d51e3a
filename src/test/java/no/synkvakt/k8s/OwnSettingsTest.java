package no.synkvakt.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README and the code speak of the same settings. */
class OwnSettingsTest {

    private static final Pattern CODE_SPAN = Pattern.compile("`([a-z0-9.*\"<> -]+)`");

    @Test
    void everyWayToReadOneIsSeen() throws IOException {
        assertThat(OwnSettings.all())
                .contains(
                        "synkvakt.base-url", // in an annotation
                        "synkvakt.business.hours", // in a constant
                        "synkvakt.mail.every", // in a schedule
                        "synkvakt.expected.*", // put together
                        "synkvakt.api-keys.*.role") // in a mapping
                .doesNotContain("synkvakt.api-keys")
                .as("the names of meters are no settings")
                .doesNotContain("synkvakt.open.stalls");
    }

    @Test
    void whatTheReadmeOffersExists() throws IOException {
        List<String> offered = offered();
        assertThat(offered).contains("synkvakt.api-keys.*.role", "synkvakt.business.zone", "synkvakt.steps.file");
        assertThat(OwnSettings.all()).containsAll(offered);
    }

    @Test
    void whatThePackageSetsExists() throws IOException {
        assertThat(Settings.packaged().stringPropertyNames().stream().filter(name -> name.startsWith("synkvakt.")))
                .isNotEmpty()
                .isSubsetOf(OwnSettings.all());
    }

    @Test
    void theNameOfNoneIsUnknown() throws IOException {
        Set<String> variables = Set.of(
                "SYNKVAKT_BASE_URL",
                "SYNKVAKT_BASE_URI",
                "SYNKVAKT_API_KEYS__ENGINE__ROLE",
                "SYNKVAKT_API_KEYS_ENGINE_ROLE",
                "QUARKUS_HTTP_PORT",
                "QUARKUS_HTTP_PROT",
                "QUARKUS_MANAGEMENT_ENABLED");
        assertThat(Settings.read().unknown(variables))
                .as("one misspelled, one without the quotes' underscores, one fixed by the build")
                .containsExactlyInAnyOrder(
                        "SYNKVAKT_BASE_URI",
                        "SYNKVAKT_API_KEYS_ENGINE_ROLE",
                        "QUARKUS_HTTP_PROT",
                        "QUARKUS_MANAGEMENT_ENABLED");
    }

    /** The names in the first column of the README's table; ".x" behind a name is its neighbour. */
    private static List<String> offered() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("| `")) {
                addTo(names, line.split("\\|", -1)[1]);
            }
        }
        names.removeIf(name -> !name.startsWith("synkvakt."));
        return names;
    }

    private static void addTo(List<String> names, String column) {
        String last = "";
        for (MatchResult found : CODE_SPAN.matcher(column).results().toList()) {
            String name = found.group(1).replaceAll("\"<[^>]*>\"", "*");
            last = name.startsWith(".") ? last.substring(0, last.lastIndexOf('.')) + name : name;
            names.add(last);
        }
    }
}
