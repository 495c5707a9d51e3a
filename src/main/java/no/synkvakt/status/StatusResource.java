package no.synkvakt.status;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import no.synkvakt.casework.Standings;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.ListedNotices;
import no.synkvakt.notice.RefusedAddresses;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How one municipality stands. */
@Path("/api/v1/municipalities/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
@Blocking
class StatusResource {

    private final Municipalities municipalities;
    private final Standings standings;
    private final Cycles cycles;
    private final Stalls stalls;
    private final ListedNotices notices;
    private final RefusedAddresses refused;
    private final StepCatalogue catalogue;

    StatusResource(
            Municipalities municipalities,
            Standings standings,
            Cycles cycles,
            Stalls stalls,
            ListedNotices notices,
            RefusedAddresses refused,
            StepCatalogue catalogue) {
        this.municipalities = municipalities;
        this.standings = standings;
        this.cycles = cycles;
        this.stalls = stalls;
        this.notices = notices;
        this.refused = refused;
        this.catalogue = catalogue;
    }

    @GET
    @Operation(summary = "How a municipality stands: its latest cycle, step by step, and its stall")
    public StatusView status(@PathParam("id") String id) {
        if (municipalities.get(id).isEmpty()) {
            throw Municipalities.unknown(id);
        }
        Optional<Stall> stall = stalls.openAsStored(id);
        return new StatusView(
                id,
                standings.of(id),
                cycles.latest(id)
                        .map(cycle -> StatusView.CycleView.of(cycle, catalogue))
                        .orElse(null),
                stall.map(open -> StallView.of(open, notices.ofStall(open.id))).orElse(null),
                refused.of(id),
                cycles.setAside(id).or(() -> municipalities.setAside(id)).orElse(null));
    }
}
