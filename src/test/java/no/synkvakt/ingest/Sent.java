package no.synkvakt.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.synkvakt.base.FieldError;
import no.synkvakt.testing.Shipped;
import no.synkvakt.testing.StrictJson;

/** An event as an engine sends it, at a fixed time; each {@code with} gives a changed copy. */
record Sent(ObjectNode event) {

    static final Instant NOW = Instant.parse("2026-11-23T01:14:10.000001Z");

    private static final ObjectMapper JSON = StrictJson.mapper();

    /** The contract's example. */
    static Sent example() {
        return new Sent((ObjectNode) json("""
                { "specversion": "1.0", "id": "b3c1", "source": "/efeide/engine-1",
                  "type": "no.efeide.sync.step.completed",
                  "subject": "lillestrom.kommune.no", "time": "2026-11-23T02:14:07+01:00",
                  "data": { "cycle": "2026-11-23", "step": "Import Visma Flyt" } }"""));
    }

    /** @param value as JSON */
    Sent with(String attribute, String value) {
        ObjectNode changed = event.deepCopy();
        changed.set(attribute, json(value));
        return new Sent(changed);
    }

    Sent withText(String attribute, String text) {
        ObjectNode changed = event.deepCopy();
        changed.put(attribute, text);
        return new Sent(changed);
    }

    /** @param value as JSON */
    Sent withData(String field, String value) {
        ObjectNode changed = event.deepCopy();
        ((ObjectNode) changed.get("data")).set(field, json(value));
        return new Sent(changed);
    }

    Sent ofType(String type) {
        return withText("type", "no.efeide.sync." + type);
    }

    Sent without(String attribute) {
        ObjectNode changed = event.deepCopy();
        changed.remove(attribute);
        return new Sent(changed);
    }

    Report read() throws Refused {
        return read(event);
    }

    static Report read(JsonNode node) throws Refused {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new ReportReader(new CloudEventReader(JSON), Shipped.catalogue(), clock).read(node);
    }

    /** What it is refused for. */
    FieldError refusal() {
        return refusal(event);
    }

    static FieldError refusal(JsonNode node) {
        try {
            throw new AssertionError("taken as " + read(node));
        } catch (Refused e) {
            return e.error();
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
