package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * One municipality's page, for its admin by a signed link. A GET changes nothing, since mail scanners follow links; buttons
 * post, name the stall they were pressed for, and lead back to the page.
 */
@Path("/m/{id}")
@Produces(Html.TYPE)
@Tag(name = "Pages")
@Blocking
class MunicipalityPage {

    /** Until when an admin can ask to be left alone. */
    private static final List<Quiet.Choice> QUIET =
            List.of(Quiet.Choice.TWO_HOURS, Quiet.Choice.TOMORROW, Quiet.Choice.WEEK);

    private final Municipalities municipalities;
    private final MunicipalityViews views;
    private final Stalls stalls;
    private final Buttons buttons;
    private final UnknownPage unknown;
    private final Live live;
    private final Session session;
    private final Clock clock;
    private final SecurityIdentity caller;

    MunicipalityPage(
            Municipalities municipalities,
            MunicipalityViews views,
            Stalls stalls,
            Buttons buttons,
            UnknownPage unknown,
            Live live,
            Session session,
            Clock clock,
            SecurityIdentity caller) {
        this.municipalities = municipalities;
        this.views = views;
        this.stalls = stalls;
        this.buttons = buttons;
        this.unknown = unknown;
        this.live = live;
        this.session = session;
        this.clock = clock;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance municipality(MunicipalityView view, List<Quiet.Choice> quiet);
    }

    @GET
    @Transactional
    @Operation(summary = "A municipality's page")
    public Response page(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @QueryParam(Pressed.DONE) @Nullable String done,
            @HeaderParam(News.TOLD) @Nullable String told) {
        return municipalities
                .get(id)
                .map(municipality -> shown(municipality, token == null ? "" : token, done, told))
                .orElseGet(unknown::ofMunicipality);
    }

    private Response shown(Municipality municipality, String token, @Nullable String done, @Nullable String told) {
        String id = municipality.id();
        String changes = live.address("/m/" + id + "/live", Topic.municipality(id));
        MunicipalityView view = views.of(municipality, Reader.of(caller), token, Pressed.of(done), changes, told);
        return Html.ok(Templates.municipality(view, QUIET), municipality.language());
    }

    /** Of all that this page is about, nothing else is known. */
    @ServerExceptionMapper
    Response unreadable(UnreadableRow e) {
        return unknown.unreadable(e);
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Tells a municipality's page of changes, as server-sent events without an end")
    public Multi<OutboundSseEvent> live(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @QueryParam(Live.SEEN) @Nullable String seen,
            @HeaderParam(Live.LAST) @Nullable String last,
            @Context Sse sse) {
        return live.changes(sse, Topic.municipality(id), last == null ? seen : last, until(token));
    }

    /** A link that is good for the page is good for its changes, and no longer. */
    private Instant until(@Nullable String token) {
        return token != null && caller.hasRole("admin") ? SignedLinks.expiry(token) : session.end();
    }

    @POST
    @Path("/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The button: I have run the task")
    public Response acknowledge(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @FormParam("stall") @Nullable String stall) {
        return press(id, token, stall, open -> buttons.acknowledge(open, null));
    }

    @POST
    @Path("/escalate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The button: I need help")
    public Response escalate(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @FormParam("stall") @Nullable String stall) {
        return press(id, token, stall, open -> buttons.escalate(open, null));
    }

    @POST
    @Path("/silence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The button: quiet until")
    public Response silence(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @FormParam("stall") @Nullable String stall,
            @FormParam("for") @Nullable String choice) {
        Instant until = Quiet.Choice.of(choice)
                .filter(QUIET::contains)
                .orElse(Quiet.Choice.TWO_HOURS)
                .from(clock.instant());
        return press(id, token, stall, open -> buttons.silence(open, until));
    }

    /** A stall of another municipality, or one that is over, is not acted on: the page says so. */
    private Response press(String id, @Nullable String token, @Nullable String stall, Function<UUID, Pressed> button) {
        if (municipalities.get(id).isEmpty()) {
            return unknown.ofMunicipality();
        }
        UriBuilder page = UriBuilder.fromPath("/m/{id}");
        if (token != null) {
            page.queryParam("t", token);
        }
        return stalls.open(id)
                .map(open -> open.id)
                .filter(open -> open.toString().equals(stall))
                .map(button)
                .orElse(Pressed.OVER)
                .backTo(page, id);
    }
}
