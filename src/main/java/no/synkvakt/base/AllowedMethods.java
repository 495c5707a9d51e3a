package no.synkvakt.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods an address takes, from the API's own description. Own code because Quarkus REST answers 405 without the
 * header {@code Allow} that RFC 9110, section 15.5.6, demands.
 */
@Singleton
class AllowedMethods {

    private static final String DESCRIPTION = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final Map<Pattern, Set<String>> byPath = new LinkedHashMap<>();

    AllowedMethods(ObjectMapper json) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
            json.readTree(in)
                    .path("paths")
                    .properties()
                    .forEach(path -> byPath.put(pattern(path.getKey()), methods(path.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The methods. None when there is nothing at the path. */
    Set<String> at(String path) {
        return byPath.entrySet().stream()
                .filter(known -> known.getKey().matcher(path).matches())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Set.of());
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/*");
    }

    private static Set<String> methods(JsonNode operations) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
