package no.synkvakt.ingest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import no.synkvakt.base.Characters;
import no.synkvakt.casework.Ping;
import no.synkvakt.casework.PingsTogether;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.Trouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where scheduled tasks report with one line of curl: the step is done, has started, has failed. */
@Path("/ping/{pingKey}/{step}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Pings")
@Blocking
class PingResource {

    private final PingsTogether pings;
    private final EventCounts counts;

    PingResource(PingsTogether pings, EventCounts counts) {
        this.pings = pings;
        this.counts = counts;
    }

    @GET
    @Operation(summary = "The step is done")
    @APIResponse(responseCode = "200", description = "Taken, or an earlier repeat that changes nothing")
    public Ping.Answer getDone(@PathParam("pingKey") String pingKey, @PathParam("step") String step) {
        return ping(pingKey, step, EventType.STEP_COMPLETED, null);
    }

    @POST
    @Operation(summary = "The step is done")
    @APIResponse(responseCode = "200", description = "Taken, or an earlier repeat that changes nothing")
    public Ping.Answer postDone(@PathParam("pingKey") String pingKey, @PathParam("step") String step, byte[] ignored) {
        return ping(pingKey, step, EventType.STEP_COMPLETED, null);
    }

    @GET
    @Path("/{what}")
    @Operation(summary = "The step has started or failed: start, fail")
    @APIResponse(responseCode = "200", description = "Taken, or an earlier repeat that changes nothing")
    public Ping.Answer getOther(
            @PathParam("pingKey") String pingKey, @PathParam("step") String step, @PathParam("what") String what) {
        return ping(pingKey, step, type(what), null);
    }

    @POST
    @Path("/{what}")
    @Operation(
            summary = "The step has started or failed: start, fail",
            description = "The body of a fail is kept as its message.")
    @APIResponse(responseCode = "200", description = "Taken, or an earlier repeat that changes nothing")
    public Ping.Answer postOther(
            @PathParam("pingKey") String pingKey,
            @PathParam("step") String step,
            @PathParam("what") String what,
            byte @Nullable [] message) {
        return ping(pingKey, step, type(what), message);
    }

    private Ping.Answer ping(String pingKey, String step, EventType type, byte @Nullable [] message) {
        @Nullable Trouble trouble = type == EventType.STEP_FAILED ? new Trouble(text(message), null, null) : null;
        Ping.Answer answer = pings.take(new Ping(pingKey, step, type, trouble)).orElseThrow(NotFoundException::new);
        counts.count(answer);
        return answer;
    }

    private static EventType type(String what) {
        return switch (what) {
            case "start" -> EventType.STEP_STARTED;
            case "fail" -> EventType.STEP_FAILED;
            default -> throw new NotFoundException();
        };
    }

    private static @Nullable String text(byte @Nullable [] message) {
        return message == null || message.length == 0
                ? null
                : Characters.line(new String(message, StandardCharsets.UTF_8));
    }
}
