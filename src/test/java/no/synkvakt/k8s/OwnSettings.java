package no.synkvakt.k8s;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the {@code synkvakt.*} settings, as the code spells them; a star is a name of the operator's choice. */
final class OwnSettings {

    private static final Path CODE = Path.of("src", "main", "java");
    /** In a schedule, {@code "{synkvakt.a}"}, or an annotation's {@code name = "synkvakt.a"}. */
    private static final Pattern ASKED = Pattern.compile("(?:\"\\{|name = \")(synkvakt(?:\\.[a-z][a-z0-9-]*)+)([\"}])");
    /** In a constant or a call: {@code "synkvakt.a"}, or {@code "synkvakt.a.\""} in front of a quoted name. */
    private static final Pattern SPELLED = Pattern.compile("\"(synkvakt(?:\\.[a-z][a-z0-9-]*)+)(\\.\\\\\"|\")");

    /** Where meters are made, texts like these are mostly their names. */
    private static final String METERS = "import io.micrometer.";

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(");

    private OwnSettings() {}

    static Set<String> all() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files()) {
            String code = Files.readString(file);
            if (MAPPING.matcher(code).find()) {
                names.addAll(mapped(file));
            } else {
                names.addAll(spelled(code));
            }
        }
        return names;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> spelled(String code) {
        Stream<MatchResult> asked = ASKED.matcher(code).results();
        Stream<MatchResult> spelled =
                code.contains(METERS) ? Stream.empty() : SPELLED.matcher(code).results();
        return Stream.concat(asked, spelled)
                .map(found -> found.group(1) + (found.group(2).startsWith(".") ? ".*" : ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> mapped(Path file) {
        String name = CODE.relativize(file).toString();
        try {
            Class<?> type = Class.forName(
                    name.substring(0, name.length() - ".java".length()).replace('/', '.'));
            String prefix = type.getAnnotation(ConfigMapping.class).prefix();
            return ConfigMappings.getProperties(ConfigClass.configClass(type, prefix))
                    .keySet();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(file + " has a mapping of its own and is no class", e);
        }
    }
}
