package no.synkvakt.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings that a running Synkvakt reads: those of Quarkus, by its own documentation, and Synkvakt's, by its code. */
final class Settings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private final Map<String, JsonNode> ofQuarkus = new HashMap<>();
    private final Set<String> own;

    private Settings() throws IOException {
        own = OwnSettings.all();
        for (URL model : Collections.list(Settings.class.getClassLoader().getResources(MODEL))) {
            try (InputStream in = model.openStream()) {
                collect(new ObjectMapper().readTree(in));
            }
        }
    }

    static Settings read() throws IOException {
        return new Settings();
    }

    /** What the package itself says. */
    static Properties packaged() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(in);
        }
        return properties;
    }

    private void collect(JsonNode node) {
        String property = node.path("path").path("property").asText();
        if (!property.isEmpty()) {
            ofQuarkus.put(property, node);
        }
        node.forEach(this::collect);
    }

    /** What holds where nobody says otherwise: the package's value, or else the default. */
    String value(String property) throws IOException {
        return Optional.ofNullable(packaged().getProperty(property))
                .orElseGet(() -> ofQuarkus.get(property).path("defaultValue").asText());
    }

    /** Those of the environment variables that nothing would read, also because they come too late: after the build. */
    Set<String> unknown(Set<String> variables) {
        Set<String> unknown = new TreeSet<>(variables);
        unknown.removeAll(ofQuarkus.values().stream()
                .filter(setting -> setting.path("phase").asText().equals("RUN_TIME"))
                .map(setting -> setting.path("path").path("environmentVariable").asText())
                .collect(Collectors.toSet()));
        unknown.removeIf(variable -> own.stream().anyMatch(name -> variable.matches(environmentVariables(name))));
        return unknown;
    }

    /** A star stands for a quoted name, whose quotes become underscores. */
    private static String environmentVariables(String name) {
        return StringUtil.replaceNonAlphanumericByUnderscores(name.replace("*", "0STAR0"))
                .toUpperCase(Locale.ROOT)
                .replace("0STAR0", "_[A-Z0-9_]*[A-Z0-9]_");
    }
}
