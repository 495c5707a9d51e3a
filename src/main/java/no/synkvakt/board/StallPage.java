package no.synkvakt.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
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
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.StallActs;
import no.synkvakt.municipality.Language;
import no.synkvakt.notice.MailSettings;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.Outbox;
import no.synkvakt.notice.SentMail;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** One stall, with every mail as it was sent. A GET changes nothing; buttons post, and lead back to the page. */
@Path("/stalls/{id}")
@Tag(name = "Pages")
class StallPage {

    private static final int CONFLICT = 409;

    /** A mail may style itself and do nothing else, wherever it is shown. */
    private static final String MAIL_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Stalls stalls;
    private final StallViews views;
    private final StallActs acts;
    private final Outbox outbox;
    private final Live live;
    private final MailSettings settings;
    private final SecurityIdentity caller;
    private final Clock clock;

    StallPage(
            Stalls stalls,
            StallViews views,
            StallActs acts,
            Outbox outbox,
            Live live,
            MailSettings settings,
            SecurityIdentity caller,
            Clock clock) {
        this.stalls = stalls;
        this.views = views;
        this.acts = acts;
        this.outbox = outbox;
        this.live = live;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance stall(StallView view);

        static native TemplateInstance unknown(String language);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Transactional
    @Operation(summary = "A stall's page, with each mail as it was sent")
    public Response page(
            @PathParam("id") String id,
            @QueryParam("done") @Nullable String done,
            @HeaderParam(News.TOLD) @Nullable String told) {
        return find(id).map(stall -> shown(stall, done, told)).orElseGet(this::unknown);
    }

    private Response shown(Stall stall, @Nullable String done, @Nullable String told) {
        String seen = live.address("/stalls/" + stall.id + "/live", Topic.stall(stall.id.toString()));
        StallView view = views.of(stall, caller.hasRole("operator"), done, seen, told);
        return html(Response.Status.OK, Templates.stall(view));
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(
            @PathParam("id") UUID id,
            @QueryParam(Live.SEEN) @Nullable String seen,
            @HeaderParam(Live.LAST) @Nullable String last,
            @Context Sse sse) {
        return live.changes(sse, Topic.stall(id.toString()), last == null ? seen : last);
    }

    @GET
    @Path("/mails/{noticeId}")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    @Transactional
    @Operation(summary = "The HTML part of a mail, for the stall's page")
    public Response mail(
            @PathParam("id") String id, @PathParam("noticeId") String notice, @Context HttpServerResponse response) {
        return find(id).flatMap(stall ->
                        uuid(notice).flatMap(outbox::findByIdOptional).filter(known -> stall.id.equals(known.stall)))
                .map(StallPage::html)
                .map(html -> {
                    response.putHeader("Content-Security-Policy", MAIL_POLICY);
                    return Response.ok(html).header("Cache-Control", "no-store").build();
                })
                .orElseGet(this::unknown);
    }

    private static @Nullable String html(Notice notice) {
        return notice.message == null ? null : SentMail.of(notice.message).html();
    }

    @POST
    @Path("/acknowledge")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Blocking
    @Operation(summary = "The button: reported done")
    public Response acknowledge(@PathParam("id") String id, @FormParam("note") @Nullable String note) {
        return press(id, "acknowledge", stall -> acts.acknowledge(stall, Act.Side.SUPPORT, by(), line(note)));
    }

    @POST
    @Path("/escalate")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Blocking
    @Operation(summary = "The button: hand to support")
    public Response escalate(@PathParam("id") String id, @FormParam("note") @Nullable String note) {
        return press(id, "escalate", stall -> acts.escalate(stall, Act.Side.SUPPORT, by(), line(note)));
    }

    @POST
    @Path("/silence")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Blocking
    @Operation(summary = "The button: no reminders until")
    public Response silence(@PathParam("id") String id, @FormParam("until") @Nullable String until) {
        Optional<Instant> end = Quiet.until(until, clock.instant());
        return end.isEmpty()
                ? press(id, "when", stall -> {})
                : press(id, "silence", stall -> acts.silence(stall, Act.Side.SUPPORT, by(), end.get()));
    }

    /** What a button does. */
    private interface Press {
        void on(UUID stall);
    }

    private Response press(String id, String button, Press press) {
        Optional<UUID> stall =
                uuid(id).filter(known -> stalls.municipalityOf(known).isPresent());
        if (stall.isEmpty()) {
            return unknown();
        }
        return Response.seeOther(UriBuilder.fromPath("/stalls/{id}")
                        .queryParam("done", pressed(stall.get(), button, press))
                        .build(stall.get()))
                .build();
    }

    /** A stall that is resolved meanwhile is no error to somebody with a browser. */
    private static String pressed(UUID stall, String button, Press press) {
        try {
            press.on(stall);
            return button;
        } catch (ProblemException e) {
            if (e.problem().status() == CONFLICT) {
                return "over";
            }
            throw e;
        }
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    private static @Nullable String line(@Nullable String note) {
        return note == null || note.isBlank() ? null : Characters.line(note);
    }

    private Optional<Stall> find(String id) {
        return uuid(id).flatMap(stalls::findByIdOptional);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Response unknown() {
        return html(
                Response.Status.NOT_FOUND,
                Templates.unknown(settings.supportLanguage().tag()));
    }

    private Response html(Response.Status status, TemplateInstance page) {
        Language language = settings.supportLanguage();
        return Response.status(status)
                .type(MediaType.TEXT_HTML)
                .entity(page.setLocale(language.locale()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
