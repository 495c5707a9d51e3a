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
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mails about a stall as their recipients see them, for its page to frame. */
@Path("/stalls/{id}/mails/{noticeId}")
@Tag(name = "Pages")
class StallMails {

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
        Optional<Notice> named = Ids.uuid(notice)
                .flatMap(outbox::findByIdOptional)
                .filter(known -> Ids.uuid(id)
                        .flatMap(stalls::findByIdOptional)
                        .filter(known::isAbout)
                        .isPresent());
        return FramedMail.of(named, response).orElseGet(unknown::ofStall);
    }
}
