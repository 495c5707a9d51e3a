package no.synkvakt.status;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.base.ProblemException;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.notice.ListedNotice;
import no.synkvakt.notice.ListedNotices;
import no.synkvakt.notice.Outbox;
import no.synkvakt.stall.Outage;
import no.synkvakt.stall.Outages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The outages: which there are, whom they affect, and what support was mailed about each as a whole. */
@Path("/api/v1/outages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outages")
@Blocking
class OutagesResource {

    private final Outages outages;
    private final Municipalities municipalities;
    private final Outbox outbox;
    private final ListedNotices notices;
    private final StepCatalogue catalogue;

    OutagesResource(
            Outages outages,
            Municipalities municipalities,
            Outbox outbox,
            ListedNotices notices,
            StepCatalogue catalogue) {

        this.outages = outages;
        this.municipalities = municipalities;
        this.outbox = outbox;
        this.notices = notices;
        this.catalogue = catalogue;
    }

    @GET
    @Operation(
            summary = "The outages, newest first",
            description = "state: open for those that last, over for the others.")
    public Page<OutageView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageRequest request = PageRequest.of(page, size);
        PanacheQuery<Outage> query = outages.find(condition(state) + " order by formedAt desc, id");
        return new Page<>(
                views(query.page(request.page(), request.size()).list()),
                request.page(),
                request.size(),
                query.count());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An outage, with each owner it affects or has affected, and each notice to support")
    public OutageView get(@PathParam("id") String id) {
        return views(List.of(outage(id))).get(0);
    }

    @GET
    @Path("/{id}/notices/{noticeId}")
    @Produces({"message/rfc822", MediaType.APPLICATION_JSON})
    @Operation(summary = "A mail to support about an outage as it was sent, to the byte")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "message/rfc822"))
    @APIResponse(responseCode = "404", description = "No such notice, or not rendered yet")
    public byte[] mail(@PathParam("id") String id, @PathParam("noticeId") String noticeId) {
        Outage outage = outage(id);
        return MailBytes.of(
                "outage",
                noticeId,
                Ids.uuid(noticeId).flatMap(outbox::findByIdOptional).filter(known -> outage.id.equals(known.outage)));
    }

    private Outage outage(String id) {
        return Ids.uuid(id).flatMap(outages::findByIdOptional).orElseThrow(() -> Outages.unknown(id));
    }

    private List<OutageView> views(List<Outage> page) {
        List<UUID> ids = page.stream().map(outage -> outage.id).toList();
        List<Outages.Member> stalls = outages.members(ids);
        Map<String, String> names = municipalities.names(
                stalls.stream().map(Outages.Member::municipality).distinct().toList());
        Map<UUID, List<Outages.Member>> members =
                stalls.stream().collect(Collectors.groupingBy(Outages.Member::outage));
        Map<UUID, List<ListedNotice>> told = notices.ofOutages(ids);
        return page.stream()
                .map(outage -> OutageView.of(
                        outage,
                        catalogue.labelOf(outage.step),
                        members.getOrDefault(outage.id, List.of()).stream()
                                .map(stall -> OutageView.Member.of(stall, names))
                                .toList(),
                        told.getOrDefault(outage.id, List.of())))
                .toList();
    }

    private static String condition(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return "1 = 1";
        }
        return switch (state) {
            case "open" -> "overAt is null";
            case "over" -> "overAt is not null";
            default -> throw ProblemException.invalid("state", state, "open, over, or nothing for all");
        };
    }
}
