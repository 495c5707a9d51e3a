package no.synkvakt.board;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The buttons of a stall's page: they post, and lead back to the page. */
@Path("/stalls/{id}")
@Tag(name = "Pages")
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
@Blocking
class StallButtons {

    private final Stalls stalls;
    private final Buttons buttons;
    private final UnknownPage unknown;
    private final Clock clock;

    StallButtons(Stalls stalls, Buttons buttons, UnknownPage unknown, Clock clock) {
        this.stalls = stalls;
        this.buttons = buttons;
        this.unknown = unknown;
        this.clock = clock;
    }

    @POST
    @Path("/acknowledge")
    @Operation(summary = "The button: reported done")
    public Response acknowledge(@PathParam("id") String id, @FormParam("note") @Nullable String note) {
        return press(id, stall -> buttons.acknowledge(stall, note));
    }

    @POST
    @Path("/escalate")
    @Operation(summary = "The button: hand to support")
    public Response escalate(@PathParam("id") String id, @FormParam("note") @Nullable String note) {
        return press(id, stall -> buttons.escalate(stall, note));
    }

    @POST
    @Path("/silence")
    @Operation(summary = "The button: no reminders until")
    public Response silence(@PathParam("id") String id, @FormParam("until") @Nullable String until) {
        return press(id, stall -> Quiet.until(until, clock.instant())
                .map(end -> buttons.silence(stall, end))
                .orElse(Pressed.WHEN));
    }

    private Response press(String id, Function<UUID, Pressed> button) {
        Optional<UUID> stall =
                Ids.uuid(id).filter(known -> stalls.municipalityOf(known).isPresent());
        return stall.map(button)
                .map(pressed -> pressed.backTo(UriBuilder.fromPath("/stalls/{id}"), stall.orElseThrow()))
                .orElseGet(unknown::ofStall);
    }
}
