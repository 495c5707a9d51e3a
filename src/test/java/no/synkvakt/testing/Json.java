package no.synkvakt.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

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
}
