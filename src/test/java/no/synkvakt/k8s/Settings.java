package no.synkvakt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings that a running Synkvakt reads, by the names of their environment variables. */
final class Settings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private static final List<String> OWN = List.of(
            "synkvakt.api-keys.\"engine\".role",
            "synkvakt.api-keys.\"engine\".sha256",
            "synkvakt.api-keys.\"operator\".role",
            "synkvakt.api-keys.\"operator\".sha256",
            "synkvakt.base-url",
            "synkvakt.mail.reply-to",
            "synkvakt.operator.email",
            "synkvakt.support.email",
            "synkvakt.support.language");

    private Settings() {}

    /** Those of the names that nothing would read. */
    static Set<String> unknown(Set<String> names) throws IOException {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(environmentVariables());
        return unknown;
    }

    /** Those of Quarkus that can still be set when the package has been built, and Synkvakt's own. */
    private static Set<String> environmentVariables() throws IOException {
        Set<String> names =
                OWN.stream().map(Settings::environmentVariable).collect(Collectors.toCollection(HashSet::new));
        ClassLoader loader = Settings.class.getClassLoader();
        for (URL model : Collections.list(loader.getResources(MODEL))) {
            try (InputStream in = model.openStream()) {
                addRunTime(new ObjectMapper().readTree(in), names);
            }
        }
        return names;
    }

    private static String environmentVariable(String property) {
        return StringUtil.replaceNonAlphanumericByUnderscores(property).toUpperCase(Locale.ROOT);
    }

    private static void addRunTime(JsonNode node, Set<String> names) {
        if (node.path("phase").asText().equals("RUN_TIME")) {
            names.add(node.path("path").path("environmentVariable").asText());
        }
        node.forEach(inner -> addRunTime(inner, names));
    }
}
