package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The board for support: every owner, worst first. */
@Path("/")
@Tag(name = "Pages")
class BoardPage {

    private final BoardReadings readings;
    private final BoardViews views;
    private final OutageViews outages;
    private final Live live;
    private final Session session;
    private final Language language;

    BoardPage(
            BoardReadings readings,
            BoardViews views,
            OutageViews outages,
            Live live,
            Session session,
            MailSettings settings) {
        this.readings = readings;
        this.views = views;
        this.outages = outages;
        this.live = live;
        this.session = session;
        this.language = settings.supportLanguage();
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance board(BoardView view);
    }

    @GET
    @Produces(Html.TYPE)
    @Blocking
    @Operation(summary = "The board: every owner, worst first")
    public Response board(
            @QueryParam("state") @Nullable String state,
            @QueryParam("step") @Nullable String step,
            @QueryParam("q") @Nullable String words,
            @QueryParam("page") @Nullable String page,
            @HeaderParam(News.TOLD) @Nullable String told) {
        BoardReading reading = readings.now();
        String seen = Live.address("/live", reading.fingerprint());
        List<BoardView.Outage> lasting = outages.lines(reading.outages());
        BoardView view = views.of(reading, lasting, BoardFilter.of(state, step, words, page), seen, told);
        return Html.ok(Templates.board(view), language);
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Tells the board of changes, as server-sent events without an end")
    public Multi<OutboundSseEvent> live(
            @QueryParam(Live.SEEN) @Nullable String seen,
            @HeaderParam(Live.LAST) @Nullable String last,
            @Context Sse sse) {
        return live.changes(sse, Topic.BOARD, last == null ? seen : last, session.end());
    }
}
