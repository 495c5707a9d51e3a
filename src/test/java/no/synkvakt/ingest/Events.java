package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import no.synkvakt.base.FieldError;
import no.synkvakt.testing.StrictJson;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;

/** Reads events as the API does, for tests elsewhere. */
public final class Events {

    private static final BinaryMode BINARY = new BinaryMode(StrictJson.mapper());

    private Events() {}

    /** What an event is refused for. */
    public static FieldError refusal(JsonNode event) {
        return Sent.refusal(event);
    }

    /**
     * What an event in binary mode is refused for.
     *
     * @param headers as lines, the way they are sent
     */
    public static FieldError refusal(List<String> headers, byte[] body) {
        try {
            return refusal(binary(headers, body));
        } catch (Refused e) {
            return e.error();
        }
    }

    static JsonNode binary(List<String> headers, byte[] body) throws Refused {
        try {
            return BINARY.read(
                    body,
                    new HttpHeadersImpl(headers.stream().map(Events::header).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map.Entry<String, String> header(String line) {
        String[] parts = line.split(":", 2);
        return Map.entry(parts[0], parts[1].strip());
    }
}
