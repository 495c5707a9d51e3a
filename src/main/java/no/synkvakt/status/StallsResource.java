package no.synkvakt.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.base.ProblemException;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.casework.StallActs;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.ListedNotice;
import no.synkvakt.notice.ListedNotices;
import no.synkvakt.notice.Outbox;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.Stalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The stalls: which there are, what was mailed about them, and what people do about them. */
@Path("/api/v1/stalls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Stalls")
@Blocking
class StallsResource {

    private static final int LONGEST_NOTE = 2000;

    private final Stalls stalls;
    private final StallTotals totals;
    private final Outbox outbox;
    private final ListedNotices notices;
    private final StallActs acts;
    private final StepCatalogue catalogue;
    private final SecurityIdentity caller;
    private final ObjectMapper json;
    private final UnreadableRows unreadable;

    StallsResource(
            Stalls stalls,
            StallTotals totals,
            Outbox outbox,
            ListedNotices notices,
            StallActs acts,
            StepCatalogue catalogue,
            SecurityIdentity caller,
            ObjectMapper json,
            UnreadableRows unreadable) {
        this.unreadable = unreadable;
        this.stalls = stalls;
        this.totals = totals;
        this.outbox = outbox;
        this.notices = notices;
        this.acts = acts;
        this.catalogue = catalogue;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(summary = "The stalls, newest first", description = "state: open for all that are not resolved.")
    public Page<StallView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("municipality") @Nullable String municipality,
            @QueryParam("step") @Nullable String step,
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageRequest request = PageRequest.of(page, size);
        StallFilter filter = new StallFilter()
                .state(state)
                .municipality(municipality)
                .step(step, catalogue)
                .verdict(verdict);
        PanacheQuery<Stall> query = stalls.find(filter.query() + " order by detectedAt desc, id", filter.parameters())
                .withHint(HibernateHints.HINT_READ_ONLY, true);
        return new Page<>(
                views(query.page(request.page(), request.size()).list()),
                request.page(),
                request.size(),
                totals.of(filter));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A stall, with its remedy and each notice",
            description =
                    "setAside is there only while the stall can neither be handed over nor reminded of, and says why;"
                            + " this is tried again within the hour.")
    public StallView get(@PathParam("id") String id) {
        Stall stall = stalls.findByIdOptional(uuid(id)).orElseThrow(() -> Stalls.unknown(id));
        return views(List.of(stall)).get(0);
    }

    @GET
    @Path("/{id}/notices/{noticeId}")
    @Produces({"message/rfc822", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "A mail as it was sent, to the byte",
            description = "Each character of a signed link's token is an asterisk.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "message/rfc822"))
    @APIResponse(
            responseCode = "404",
            description = "No such notice, not rendered yet, or erased with its municipality")
    public byte[] mail(@PathParam("id") String id, @PathParam("noticeId") String noticeId) {
        Stall stall = stalls.findByIdOptional(uuid(id)).orElseThrow(() -> Stalls.unknown(id));
        return MailBytes.of(
                "stall",
                noticeId,
                Ids.uuid(noticeId).flatMap(outbox::findByIdOptional).filter(known -> known.isAbout(stall)));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(
            summary = "Somebody has acted",
            description = "The step has its expected duration once more from now. With support already: only recorded.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "note", value = "{ \"note\": \"I have run the task\" }")))
    @APIResponse(responseCode = "200", description = "The stall")
    @APIResponse(responseCode = "409", description = "It is resolved")
    public StallView acknowledge(@PathParam("id") String id, byte @Nullable [] body) throws IOException {
        acts.acknowledge(uuid(id), Act.Side.SUPPORT, caller.getPrincipal().getName(), note(body));
        return get(id);
    }

    @POST
    @Path("/{id}/escalate")
    @Operation(summary = "Hand it to support", description = "Support is mailed. Once it is there: nothing new.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "note", value = "{ \"note\": \"It did not help\" }")))
    @APIResponse(responseCode = "200", description = "The stall")
    @APIResponse(responseCode = "409", description = "It is resolved")
    public StallView escalate(@PathParam("id") String id, byte @Nullable [] body) throws IOException {
        acts.escalate(uuid(id), Act.Side.SUPPORT, caller.getPrincipal().getName(), note(body));
        return get(id);
    }

    private List<StallView> views(List<Stall> page) {
        Map<Stall, List<ListedNotice>> told = notices.about(page);
        return page.stream()
                .map(stall -> view(stall, told.getOrDefault(stall, List.of())))
                .toList();
    }

    private StallView view(Stall stall, List<ListedNotice> told) {
        unreadable.look(UnreadableRow.Kind.STALL, stall.id.toString(), stall::readable);
        return StallView.of(stall, told);
    }

    private @Nullable String note(byte @Nullable [] body) throws IOException {
        if (body == null || body.length == 0) {
            return null;
        }
        JsonNode node = json.readTree(body);
        if (!node.isObject()) {
            throw ProblemException.invalid("(body)", node.toString(), "an object with a note, or nothing");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals("note")) {
                throw ProblemException.invalid(name, node.get(name).toString(), "no such field; only note");
            }
        });
        JsonNode note = node.path("note");
        if (note.isMissingNode() || note.isNull()) {
            return null;
        }
        if (!note.isTextual() || note.textValue().length() > LONGEST_NOTE) {
            throw ProblemException.invalid("note", note.toString(), "text of at most " + LONGEST_NOTE + " characters");
        }
        return Characters.line(note.textValue());
    }

    private static UUID uuid(String id) {
        return Ids.uuid(id).orElseThrow(() -> Stalls.unknown(id));
    }
}
