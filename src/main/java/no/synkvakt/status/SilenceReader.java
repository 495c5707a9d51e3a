package no.synkvakt.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import no.synkvakt.base.Characters;
import no.synkvakt.base.JsonErrors;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.Silencing;
import no.synkvakt.deadline.Silence;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants to be kept quiet. */
@Singleton
class SilenceReader {

    private static final String TIME = "an RFC 3339 time with an offset such as 2026-11-23T18:00:00+01:00";

    private final ObjectMapper json;

    SilenceReader(ObjectMapper json) {
        this.json = json;
    }

    /** The body as it is sent. */
    @RegisterForReflection
    record Body(
            @Nullable String kind,
            @Nullable String municipality,
            @Nullable String step,
            @Nullable String from,
            @JsonProperty(required = true) String until,
            @Nullable String reason) {}

    /** @throws ProblemException 422 when anything is wrong with it */
    Silencing.Wish read(byte[] bytes) throws IOException {
        JsonNode node = json.readTree(bytes);
        if (!node.isObject()) {
            throw ProblemException.invalid("(body)", node.getNodeType().toString(), "an object with at least an until");
        }
        Body body = body(node);
        return new Silencing.Wish(
                kind(body.kind()),
                body.municipality(),
                body.step(),
                body.from() == null ? null : time("from", body.from()),
                time("until", body.until()),
                Optional.ofNullable(body.reason()).map(Characters::line).orElse(null));
    }

    private Body body(JsonNode node) throws IOException {
        try {
            return json.treeToValue(node, Body.class);
        } catch (JsonMappingException e) {
            throw ProblemException.invalid(List.of(JsonErrors.error(e, node)));
        }
    }

    private static Silence.Kind kind(@Nullable String name) {
        String wanted = name == null ? "SILENCE" : name;
        return switch (wanted) {
            case "SILENCE" -> Silence.Kind.SILENCE;
            case "MAINTENANCE" -> Silence.Kind.MAINTENANCE;
            default -> throw ProblemException.invalid("kind", wanted, "SILENCE or MAINTENANCE");
        };
    }

    private static Instant time(String field, @Nullable String text) {
        if (text == null) {
            throw ProblemException.invalid(field, "null", TIME);
        }
        try {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field, text, TIME);
        }
    }
}
