package no.synkvakt.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.base.ProblemException;
import no.synkvakt.casework.FeedReview;
import no.synkvakt.casework.Hearing;
import no.synkvakt.cycle.Feed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The engines that send heartbeats, by the source of their events. */
@Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
@Blocking
class FeedsResource {

    private static final Logger LOG = Logger.getLogger(FeedsResource.class);

    private final Hearing hearing;
    private final FeedReview review;
    private final SecurityIdentity caller;
    private final Clock clock;

    FeedsResource(Hearing hearing, FeedReview review, SecurityIdentity caller, Clock clock) {
        this.hearing = hearing;
        this.review = review;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * An engine as the API shows it.
     *
     * @param seenAt when it was last heard
     * @param blindSince since when nothing is known of its owners; null while it is heard
     * @param owners how many municipalities' latest event came from it
     */
    @RegisterForReflection
    record FeedView(
            String source,
            Instant seenAt,
            Feed.State state,
            @Nullable Instant blindSince,
            long owners) {

        static FeedView of(Hearing.Source source) {
            return new FeedView(source.source(), source.seenAt(), source.state(), source.blindSince(), source.owners());
        }
    }

    @GET
    @Transactional
    @Operation(
            summary = "The engines that send heartbeats",
            description =
                    "state: SEEN; SILENT, its owners are UNKNOWN; CATCHING_UP, it is heard again and reports what was"
                            + " missed. Sources that never sent a heartbeat are not listed: their silence says nothing.")
    public Page<FeedView> list(@QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return Page.of(hearing.sources(), PageRequest.of(page, size)).map(FeedView::of);
    }

    @DELETE
    @Operation(
            summary = "Forget an engine that was taken out of service",
            description =
                    "Its owners are judged again by what is known of them. A later heartbeat makes it known anew.")
    @APIResponse(responseCode = "204", description = "It is forgotten")
    public void forget(@QueryParam("source") @Nullable String source) {
        if (source == null || source.isEmpty()) {
            throw ProblemException.invalid(
                    List.of(new FieldError("source", source, "a source as GET /api/v1/feeds lists them")));
        }
        if (!review.forget(source, caller.getPrincipal().getName(), clock.instant())) {
            throw ProblemException.notFound(
                    "There is no engine with the source " + Characters.printable(source) + ".",
                    new FieldError("source", source, "a source as GET /api/v1/feeds lists them"));
        }
        LOG.infof(
                "The engine %s was forgotten by %s",
                Characters.printable(source), caller.getPrincipal().getName());
    }
}
