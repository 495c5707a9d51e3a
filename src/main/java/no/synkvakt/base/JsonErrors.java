package no.synkvakt.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with JSON that could not be read: 400 when it is malformed, 422 when a value is not acceptable. */
public final class JsonErrors {

    private static final int BAD_REQUEST = 400;

    private JsonErrors() {}

    /**
     * The field at fault, its value and what would be accepted there.
     *
     * @param document what was read
     */
    public static FieldError error(JsonMappingException e, JsonNode document) {
        String field = JsonPaths.of(e.getPath());
        return new FieldError(
                field.isEmpty() ? "(body)" : field, JsonPaths.valueAt(e.getPath(), document), accepted(e));
    }

    private static String accepted(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
            return "no such field; one of "
                    + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? accepted(mismatch.getTargetType())
                : "a value of another kind or size";
    }

    public static Problem malformed(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return Problem.of(
                BAD_REQUEST,
                "The body is not well-formed JSON" + where + ": "
                        + Characters.printable(reason(e.getOriginalMessage())));
    }

    /** The parser's words without those that are for its own developers. */
    private static String reason(@Nullable String message) {
        return message == null
                ? ""
                : message.lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll(" \\(start marker.*| \\(bound as .*|: enable `.*|, from `[^`]*`", "");
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(JsonErrors::jsonName)
                            .collect(Collectors.joining(", "));
        }
        if (type == Duration.class) {
            return "an ISO 8601 duration such as PT45M";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord()
                ? "an object"
                : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String jsonName(Object constant) {
        return constant instanceof JsonNamed named ? named.jsonName() : constant.toString();
    }
}
