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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.casework.StallActs;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * One municipality's page, for its admin by a signed link. A GET changes nothing, since mail scanners follow links; buttons
 * post, name the stall they were pressed for, and lead back to the page.
 */
@Path("/m/{id}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
@Blocking
class MunicipalityPage {

    /** Until when somebody can ask to be left alone. */
    private static final List<String> QUIET = List.of(Quiet.TWO_HOURS, Quiet.TOMORROW, Quiet.WEEK);

    private final Municipalities municipalities;
    private final MunicipalityViews views;
    private final Stalls stalls;
    private final StallActs acts;
    private final Live live;
    private final SecurityIdentity caller;
    private final Clock clock;

    MunicipalityPage(
            Municipalities municipalities,
            MunicipalityViews views,
            Stalls stalls,
            StallActs acts,
            Live live,
            SecurityIdentity caller,
            Clock clock) {
        this.municipalities = municipalities;
        this.views = views;
        this.stalls = stalls;
        this.acts = acts;
        this.live = live;
        this.caller = caller;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance municipality(
                MunicipalityView view, MunicipalityMessages words, List<String> quiet);
    }

    @GET
    @Transactional
    @Operation(summary = "A municipality's page")
    public Response page(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @QueryParam("done") @Nullable String done,
            @HeaderParam(News.TOLD) @Nullable String told) {
        Municipality municipality = municipalities.get(id).orElseThrow(() -> Municipalities.unknown(id));
        String changes = live.address("/m/" + id + "/live", Topic.municipality(id));
        MunicipalityView view = views.of(municipality, token == null ? "" : token, done, changes, told);
        TemplateInstance html = Templates.municipality(view, MunicipalityViews.words(municipality.language()), QUIET);
        return Response.ok(html.setLocale(municipality.language().locale()).render())
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
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
        return token != null && isAdmin() ? SignedLinks.expiry(token) : Instant.MAX;
    }

    @POST
    @Path("/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The button: I have run the task")
    public Response acknowledge(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @FormParam("stall") @Nullable String stall) {
        return press("acknowledge", id, token, stall, open -> acts.acknowledge(open, side(), by(), null));
    }

    @POST
    @Path("/escalate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The button: I need help")
    public Response escalate(
            @PathParam("id") String id,
            @QueryParam("t") @Nullable String token,
            @FormParam("stall") @Nullable String stall) {
        return press("escalate", id, token, stall, open -> acts.escalate(open, side(), by(), null));
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
        Instant now = clock.instant();
        Instant until = Quiet.until(choice != null && QUIET.contains(choice) ? choice : Quiet.TWO_HOURS, now)
                .orElseThrow();
        return press("silence", id, token, stall, open -> acts.silence(open, side(), by(), until));
    }

    /** A stall of another municipality, or one that is over, is not acted on: the page says so. */
    private Response press(
            String button, String id, @Nullable String token, @Nullable String stall, Consumer<UUID> act) {
        if (municipalities.get(id).isEmpty()) {
            throw Municipalities.unknown(id);
        }
        Optional<UUID> open = stalls.open(id).map(known -> known.id).filter(known -> known.toString()
                .equals(stall));
        open.ifPresent(act);
        UriBuilder page = UriBuilder.fromPath("/m/{id}");
        if (token != null) {
            page.queryParam("t", token);
        }
        return Response.seeOther(page.queryParam("done", open.isPresent() ? button : "over")
                        .build(id))
                .build();
    }

    /** Support may look at an admin's page, and press its buttons, too. */
    private Act.Side side() {
        return isAdmin() ? Act.Side.ADMIN : Act.Side.SUPPORT;
    }

    private boolean isAdmin() {
        return caller.hasRole("admin");
    }

    private String by() {
        return caller.getPrincipal().getName();
    }
}
