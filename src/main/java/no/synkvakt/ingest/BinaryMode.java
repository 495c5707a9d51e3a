package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event in binary mode, written as the structured mode has it: attributes from headers, the body as data.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#31-binary-content-mode">CloudEvents
 *     1.0, HTTP binding, binary content mode</a>
 */
@Singleton
class BinaryMode {

    private static final String PREFIX = "ce-";
    private static final Set<String> ATTRIBUTES = Set.of("specversion", "id", "source", "type", "subject", "time");
    private static final Pattern QUOTED = Pattern.compile("\".*\"");

    private final ObjectMapper json;

    BinaryMode(ObjectMapper json) {
        this.json = json;
    }

    static boolean isOf(HttpHeaders headers) {
        return headers.getHeaderString(PREFIX + "specversion") != null;
    }

    JsonNode read(byte[] body, HttpHeaders headers) throws IOException, Refused {
        ObjectNode event = json.createObjectNode();
        for (Map.Entry<String, List<String>> header :
                headers.getRequestHeaders().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX) && ATTRIBUTES.contains(name.substring(PREFIX.length()))) {
                String attribute = name.substring(PREFIX.length());
                event.put(attribute, value(attribute, header.getValue()));
            }
        }
        if (headers.getMediaType() != null) {
            event.put("datacontenttype", headers.getMediaType().toString());
        }
        if (body.length > 0) {
            event.set("data", json.readTree(body));
        }
        return event;
    }

    /** A header's value may stand in quotes, and is percent-encoded UTF-8; a plus sign is a plus sign. */
    private static String value(String attribute, List<String> values) throws Refused {
        if (values.size() > 1) {
            throw new Refused(attribute, String.join(", ", values), "a header that is there once");
        }
        String plain = QUOTED.matcher(values.get(0)).matches()
                ? values.get(0).substring(1, values.get(0).length() - 1).replaceAll("\\\\(.)", "$1")
                : values.get(0);
        try {
            return utf8(percentDecoded(plain));
        } catch (CharacterCodingException e) {
            throw new Refused(attribute, plain, "percent-encoded UTF-8");
        }
    }

    /** Byte for byte: what was not encoded is a byte too, as HTTP headers come. */
    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Two identities must not become one because neither can be read. */
    private static String utf8(String bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .toString();
    }
}
