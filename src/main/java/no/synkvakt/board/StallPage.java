package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** One stall, with every mail as it was sent. A GET changes nothing; {@link StallButtons} do. */
@Path("/stalls/{id}")
@Tag(name = "Pages")
class StallPage {

    private final Stalls stalls;
    private final StallViews views;
    private final UnknownPage unknown;
    private final Live live;
    private final Session session;
    private final Language language;
    private final SecurityIdentity caller;

    StallPage(
            Stalls stalls,
            StallViews views,
            UnknownPage unknown,
            Live live,
            Session session,
            MailSettings settings,
            SecurityIdentity caller) {
        this.stalls = stalls;
        this.views = views;
        this.unknown = unknown;
        this.live = live;
        this.session = session;
        this.language = settings.supportLanguage();
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance stall(StallView view, List<Quiet.Choice> quiet);
    }

    @GET
    @Produces(Html.TYPE)
    @Blocking
    @Transactional
    @Operation(summary = "A stall's page, with each mail as it was sent")
    public Response page(
            @PathParam("id") String id,
            @QueryParam(Pressed.DONE) @Nullable String done,
            @HeaderParam(News.TOLD) @Nullable String told) {
        return Ids.uuid(id)
                .flatMap(stalls::findByIdOptional)
                .map(Stall::readable)
                .map(stall -> shown(stall, done, told))
                .orElseGet(unknown::ofStall);
    }

    private Response shown(Stall stall, @Nullable String done, @Nullable String told) {
        String seen = live.address("/stalls/" + stall.id + "/live", Topic.stall(stall.id.toString()));
        StallView view = views.of(stall, caller.hasRole("operator"), Pressed.of(done), seen, told);
        return Html.ok(Templates.stall(view, List.of(Quiet.Choice.values())), language);
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
    @Operation(summary = "Tells a stall's page of changes, as server-sent events without an end")
    public Multi<OutboundSseEvent> live(
            @PathParam("id") UUID id,
            @QueryParam(Live.SEEN) @Nullable String seen,
            @HeaderParam(Live.LAST) @Nullable String last,
            @Context Sse sse) {
        return live.changes(sse, Topic.stall(id.toString()), last == null ? seen : last, session.end());
    }
}
