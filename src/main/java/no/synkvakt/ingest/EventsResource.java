package no.synkvakt.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;
import no.synkvakt.base.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where engines report.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents
 *     1.0, HTTP binding</a>
 */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@Blocking
class EventsResource {

    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    /** More than would fit in a body: what has more is nonsense, and is not answered element by element. */
    private static final int MOST_EVENTS = 50_000;

    private static final String EXAMPLE = """
            { "specversion": "1.0", "id": "b3c1", "source": "/efeide/engine-1",
              "type": "no.efeide.sync.step.completed", "subject": "lillestrom.kommune.no",
              "time": "2026-11-23T02:14:07+01:00",
              "data": { "cycle": "2026-11-23", "step": "Import Visma Flyt" } }""";

    private final EventBatch batch;
    private final BinaryMode binary;
    private final ObjectMapper json;

    EventsResource(EventBatch batch, BinaryMode binary, ObjectMapper json) {
        this.batch = batch;
        this.binary = binary;
        this.json = json;
    }

    @POST
    @Operation(
            summary = "Report what happened in a cycle",
            description = "CloudEvents 1.0: one, a batch, or binary mode (ce-* headers, data as the body).")
    @RequestBody(
            content = {
                @Content(mediaType = ONE, examples = @ExampleObject(name = "one", value = EXAMPLE)),
                @Content(mediaType = BATCH, examples = @ExampleObject(name = "batch", value = "[" + EXAMPLE + "]")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        examples = @ExampleObject(name = "binary mode", value = "{ \"cycle\": \"2026-11-23\" }"))
            })
    @APIResponse(responseCode = "202", description = "Durable: how many were accepted, were duplicates, were rejected")
    @APIResponse(responseCode = "422", description = "Every event was refused; each with its reason")
    public Response report(byte[] body, @Context HttpHeaders headers) throws IOException {
        try {
            return batch.take(events(body == null ? new byte[0] : body, headers))
                    .response();
        } catch (Refused e) {
            return batch.refuse(e.error()).response();
        }
    }

    private List<JsonNode> events(byte[] body, HttpHeaders headers) throws IOException, Refused {
        MediaType type = headers.getMediaType();
        if (is(type, ONE)) {
            return List.of(json.readTree(body));
        }
        if (is(type, BATCH)) {
            return elements(json.readTree(body));
        }
        if (BinaryMode.isOf(headers)) {
            return List.of(binary.read(body, headers));
        }
        throw new ProblemException(Problem.of(
                Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(),
                "This is no CloudEvent in a form that is taken here.",
                new FieldError(
                        HttpHeaders.CONTENT_TYPE,
                        type == null ? null : type.toString(),
                        ONE + ", " + BATCH + ", or ce-* headers (binary mode)")));
    }

    private static boolean is(MediaType type, String accepted) {
        return type != null
                && (type.getType() + "/" + type.getSubtype())
                        .toLowerCase(Locale.ROOT)
                        .equals(accepted);
    }

    private static List<JsonNode> elements(JsonNode array) {
        if (!array.isArray()) {
            throw ProblemException.invalid("(body)", array.getNodeType().toString(), "an array of events");
        }
        if (array.size() > MOST_EVENTS) {
            throw ProblemException.invalid(
                    "(body)", array.size() + " events", "at most " + MOST_EVENTS + " in a batch");
        }
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
