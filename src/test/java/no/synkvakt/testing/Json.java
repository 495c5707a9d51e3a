package no.synkvakt.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes and reads JSON as a client would. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The members of an object. */
    public static Map<String, Object> members(String object) {
        try {
            return MAPPER.readValue(object, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(object, e);
        }
    }

    /**
     * What stands at a path such as {@code acts[0].note}; of a list, what each of its elements has there. Own code because
     * RestAssured's paths are Groovy, compiled anew at each look, which takes longer than the request.
     */
    public static @Nullable Object at(@Nullable Object json, String path) {
        @Nullable Object found = json;
        for (String step : path.split("\\.|(?=\\[)")) {
            found = step.startsWith("[")
                    ? element(found, Integer.parseInt(step.substring(1, step.length() - 1)))
                    : member(found, step);
        }
        return found;
    }

    private static @Nullable Object element(@Nullable Object list, int index) {
        return list instanceof List<?> elements && index < elements.size() ? elements.get(index) : null;
    }

    private static @Nullable Object member(@Nullable Object json, String name) {
        if (json instanceof List<?> elements) {
            return elements.stream().map(element -> member(element, name)).collect(Collectors.toList());
        }
        return json instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
