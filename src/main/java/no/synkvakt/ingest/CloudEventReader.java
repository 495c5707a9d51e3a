package no.synkvakt.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.cloudevents.types.Time;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.synkvakt.base.Characters;
import no.synkvakt.base.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event in CloudEvents' JSON format.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents 1.0, JSON
 *     event format</a>
 */
@Singleton
class CloudEventReader {

    static final int LONGEST_ID = 256;

    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final Set<String> READ =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data", "data_base64");
    private static final Map<String, Integer> LONGEST =
            Map.of("id", LONGEST_ID, "source", 256, "type", 200, "subject", 63, "time", 64, "datacontenttype", 256);
    private static final Pattern ANY_JSON = Pattern.compile("(?i)[a-z.-]+/([a-z.+-]+\\+)?json\\b.*");
    private static final String CONTENT_TYPE = "datacontenttype";
    private static final String JSON = "application/json";

    private final ObjectMapper json;
    private final ObjectMapper events;

    CloudEventReader(ObjectMapper json) {
        this.json = json;
        this.events = json.copy().registerModule(JsonFormat.getCloudEventJacksonModule());
    }

    CloudEvent read(JsonNode node) throws Refused {
        if (!(node instanceof ObjectNode object)) {
            throw new Refused("(event)", node.getNodeType().name().toLowerCase(Locale.ROOT), "an object");
        }
        for (String attribute : REQUIRED) {
            if (!object.hasNonNull(attribute)) {
                throw new Refused(attribute, null, "every event has specversion, id, source and type");
            }
        }
        for (String attribute : READ) {
            checkForm(attribute, object);
        }
        checkReads("source", object, URI::create, "a URI reference such as /efeide/engine-1");
        checkReads(
                "time", object, Time::parseTime, "a time with an offset (RFC 3339) such as 2026-11-23T02:14:07+01:00");
        checkReads("data_base64", object, Base64.getDecoder()::decode, "base64");
        checkOneData(object);
        return decode(object);
    }

    /** The event's data, as it was sent: written anew it would lose what no encoding can write. Empty when it has none. */
    JsonNode data(JsonNode node, CloudEvent event) throws Refused {
        String type = node.path(CONTENT_TYPE).asText(JSON);
        if (!node.path(CONTENT_TYPE).isNull() && !ANY_JSON.matcher(type).matches()) {
            throw new Refused(CONTENT_TYPE, type, JSON);
        }
        JsonNode data = node.hasNonNull("data") ? node.get("data") : decoded(event.getData());
        if (!data.isObject()) {
            throw new Refused("data", data.toString(), "an object");
        }
        return data;
    }

    private JsonNode decoded(@Nullable CloudEventData base64) throws Refused {
        try {
            JsonNode data = base64 == null ? json.getNodeFactory().nullNode() : json.readTree(base64.toBytes());
            return data.isNull() ? json.createObjectNode() : data;
        } catch (IOException e) {
            throw new Refused("data", "not JSON", "an object");
        }
    }

    /** Without its content type, which the library compares letter by letter to tell JSON from text. */
    private CloudEvent decode(ObjectNode object) throws Refused {
        try {
            return events.treeToValue(object.deepCopy().retain(READ).without(CONTENT_TYPE), CloudEvent.class);
        } catch (JsonProcessingException | CloudEventRWException | IllegalArgumentException e) {
            throw new Refused("(event)", null, "a CloudEvent 1.0: " + reason(e));
        }
    }

    private static void checkForm(String attribute, ObjectNode object) throws Refused {
        JsonNode value = object.get(attribute);
        if (value == null || value.isNull() || attribute.equals("data")) {
            return;
        }
        if (!value.isTextual()) {
            throw new Refused(attribute, value.toString(), "text");
        }
        String text = value.textValue();
        if (attribute.equals("specversion") && !text.equals("1.0")) {
            throw new Refused(attribute, text, "1.0");
        }
        int longest = LONGEST.getOrDefault(attribute, Integer.MAX_VALUE);
        if (text.isBlank() || text.length() > longest || !Characters.arePlain(text)) {
            throw new Refused(attribute, text, PlainText.ACCEPTED + ", 1 to " + longest + " characters");
        }
    }

    private static void checkReads(String attribute, ObjectNode object, Function<String, ?> reading, String accepted)
            throws Refused {
        @Nullable String text = object.path(attribute).textValue();
        if (text == null) {
            return;
        }
        try {
            Object ignored = reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refused(attribute, text, accepted);
        }
    }

    private static void checkOneData(ObjectNode object) throws Refused {
        if (object.has("data") && object.hasNonNull("data_base64")) {
            throw new Refused("data_base64", object.get("data_base64").textValue(), "either data or data_base64");
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() instanceof CloudEventRWException ? e.getCause() : e;
        return Characters.printable(
                cause instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : String.valueOf(cause.getMessage()));
    }
}
