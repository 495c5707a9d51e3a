package no.synkvakt.board;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.SentMail;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The mails about a stall as their recipients see them, for its page to frame. */
@Path("/stalls/{id}/mails/{noticeId}")
@Tag(name = "Pages")
class StallMails {

    /** A mail may style itself and do nothing else, wherever it is shown. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Stalls stalls;
    private final Outbox outbox;
    private final UnknownPage unknown;

    StallMails(Stalls stalls, Outbox outbox, UnknownPage unknown) {
        this.stalls = stalls;
        this.outbox = outbox;
        this.unknown = unknown;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Transactional
    @Operation(summary = "The HTML part of a mail, for the stall's page")
    public Response mail(
            @PathParam("id") String id, @PathParam("noticeId") String notice, @Context HttpServerResponse response) {
        Optional<String> html = Ids.uuid(notice)
                .flatMap(outbox::findByIdOptional)
                .filter(known -> Ids.uuid(id)
                        .flatMap(stalls::findByIdOptional)
                        .filter(known::isAbout)
                        .isPresent())
                .map(StallMails::html);
        if (html.isEmpty()) {
            return unknown.ofStall();
        }
        response.putHeader("Content-Security-Policy", POLICY);
        return Response.ok(html.get()).header("Cache-Control", "no-store").build();
    }

    private static @Nullable String html(Notice notice) {
        return notice.message == null ? null : SentMail.of(notice.message).html();
    }
}
