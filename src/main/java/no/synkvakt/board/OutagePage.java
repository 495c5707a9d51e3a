package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.UUID;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Outages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** One outage: whom it affects, who is done already, and each mail to support as it was sent. */
@Path("/outages/{id}")
@Tag(name = "Pages")
class OutagePage {

    private final Outages outages;
    private final OutageViews views;
    private final UnknownPage unknown;
    private final Live live;
    private final Session session;
    private final Language language;

    OutagePage(
            Outages outages,
            OutageViews views,
            UnknownPage unknown,
            Live live,
            Session session,
            MailSettings settings) {
        this.outages = outages;
        this.views = views;
        this.unknown = unknown;
        this.live = live;
        this.session = session;
        this.language = settings.supportLanguage();
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance outage(OutageView view);
    }

    @GET
    @Produces(Html.TYPE)
    @Blocking
    @Transactional
    @Operation(summary = "An outage's page, with everyone affected and each mail to support")
    public Response page(@PathParam("id") String id, @HeaderParam(News.TOLD) @Nullable String told) {
        return Ids.uuid(id)
                .flatMap(outages::findByIdOptional)
                .map(outage -> shown(outage, told))
                .orElseGet(unknown::ofOutage);
    }

    private Response shown(Outage outage, @Nullable String told) {
        String seen = live.address("/outages/" + outage.id + "/live", Topic.outage(outage.id.toString()));
        return Html.ok(Templates.outage(views.of(outage, seen, told)), language);
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Tells an outage's page of changes, as server-sent events without an end")
    public Multi<OutboundSseEvent> live(
            @PathParam("id") UUID id,
            @QueryParam(Live.SEEN) @Nullable String seen,
            @HeaderParam(Live.LAST) @Nullable String last,
            @Context Sse sse) {
        return live.changes(sse, Topic.outage(id.toString()), last == null ? seen : last, session.end());
    }
}
