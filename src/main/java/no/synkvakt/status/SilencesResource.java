package no.synkvakt.status;

import io.quarkus.panache.common.Sort;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.SilenceRounds;
import no.synkvakt.casework.Silencing;
import no.synkvakt.deadline.Silence;
import no.synkvakt.deadline.Silences;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Silences and maintenance windows: of one municipality or all, of one step or all, with an end. */
@Path("/api/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Silences")
@Blocking
class SilencesResource {

    private final Silences silences;
    private final Silencing silencing;
    private final SilenceRounds rounds;
    private final SilenceReader reader;
    private final SecurityIdentity caller;
    private final Clock clock;

    SilencesResource(
            Silences silences,
            Silencing silencing,
            SilenceRounds rounds,
            SilenceReader reader,
            SecurityIdentity caller,
            Clock clock) {
        this.silences = silences;
        this.silencing = silencing;
        this.rounds = rounds;
        this.reader = reader;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Silences and maintenance windows, newest first",
            description = "state: lasting for those that are not over.")
    public Page<SilenceView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageRequest request = PageRequest.of(page, size);
        Instant now = clock.instant();
        if (state == null) {
            var all = silences.findAll(Sort.descending("madeAt").and("id"));
            return new Page<>(
                    views(all.page(request.page(), request.size()).list(), now),
                    request.page(),
                    request.size(),
                    all.count());
        }
        if (!state.equals("lasting")) {
            throw ProblemException.invalid("state", state, "lasting, or nothing for all");
        }
        List<Silence> lasting = silences.lasting(now);
        return new Page<>(
                views(
                        lasting.stream()
                                .skip(request.offset())
                                .limit(request.size())
                                .toList(),
                        now),
                request.page(),
                request.size(),
                lasting.size());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A silence or maintenance window")
    public SilenceView get(@PathParam("id") String id) {
        return SilenceView.of(
                silences.findByIdOptional(uuid(id)).orElseThrow(() -> Silences.unknown(id)), clock.instant());
    }

    @POST
    @Operation(
            summary = "Ask for quiet",
            description =
                    "kind SILENCE (the default): stalls are found and shown, and nobody is mailed of them before the end;"
                            + " MAINTENANCE: the time does not count, nothing becomes overdue before the end."
                            + " municipality and step: left out for all. An all-clear follows an alarm all the same.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "of one step",
                                            value = "{ \"kind\": \"MAINTENANCE\", \"step\": \"export-lms\","
                                                    + " \"until\": \"2026-11-24T06:00:00+01:00\","
                                                    + " \"reason\": \"Canvas is being upgraded\" }")))
    @APIResponse(responseCode = "201", description = "It is kept quiet")
    public Response make(byte[] body) throws IOException {
        Silence silence =
                silencing.make(reader.read(body), caller.getPrincipal().getName());
        rounds.go(clock.instant());
        return Response.created(URI.create("/api/v1/silences/" + silence.id))
                .entity(get(silence.id.toString()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "End it at once", description = "Whoever has not been told of what is still open is told now.")
    @APIResponse(responseCode = "204", description = "It is over")
    public void end(@PathParam("id") String id) {
        silencing.end(uuid(id), caller.getPrincipal().getName());
        rounds.go(clock.instant());
    }

    private static List<SilenceView> views(List<Silence> silences, Instant now) {
        return silences.stream().map(silence -> SilenceView.of(silence, now)).toList();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Silences.unknown(id);
        }
    }
}
