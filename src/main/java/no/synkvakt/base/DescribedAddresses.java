package no.synkvakt.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods and bodies an address takes, from the API's own description. Own code because Quarkus REST answers 405 without the
 * header {@code Allow} that RFC 9110, section 15.5.6, demands, and 415 without a word.
 */
@Singleton
class DescribedAddresses {

    private static final String DESCRIPTION = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final Map<Pattern, JsonNode> byPath = new LinkedHashMap<>();

    DescribedAddresses(ObjectMapper json) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
            json.readTree(in)
                    .path("paths")
                    .properties()
                    .forEach(path -> byPath.put(pattern(path.getKey()), path.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The methods. None when there is nothing at the path. */
    Set<String> methods(String path) {
        return at(path).map(DescribedAddresses::methods).orElse(Set.of());
    }

    /** The media types of bodies; JSON where nothing else is described. */
    Set<String> mediaTypes(String path, String method) {
        Set<String> types = new TreeSet<>();
        at(path).map(operations -> operations
                        .path(method.toLowerCase(Locale.ROOT))
                        .path("requestBody")
                        .path("content"))
                .ifPresent(content -> content.fieldNames().forEachRemaining(types::add));
        return types.isEmpty() ? Set.of(MediaType.APPLICATION_JSON) : types;
    }

    private Optional<JsonNode> at(String path) {
        return byPath.entrySet().stream()
                .filter(known -> known.getKey().matcher(path).matches())
                .findFirst()
                .map(Map.Entry::getValue);
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
