package no.synkvakt.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.cycle.Look;
import no.synkvakt.cycle.Looks;
import no.synkvakt.cycle.SetAside;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What engine databases showed, for tools. */
@Path("/api/v1/looks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
@Blocking
class LooksResource {

    private static final String UNREADABLE =
            "What is stored of the last look cannot be read. The next look replaces it.";

    private final Looks looks;

    LooksResource(Looks looks) {
        this.looks = looks;
    }

    /**
     * A database as the API shows it.
     *
     * @param source of the events that its rows make
     * @param lookedAt when the last look began that showed anything
     * @param failedAt the last one after that which did not, and {@code error} why
     * @param rows how many there were
     * @param newsAt the last look whose rows made events that were new, and how many {@code events}
     * @param setAside what could not be taken, and why
     */
    @RegisterForReflection
    record LookView(
            String source,
            @Nullable Instant lookedAt,
            @Nullable Instant failedAt,
            @Nullable String error,
            int rows,
            @Nullable Instant newsAt,
            int events,
            List<SetAside> setAside) {

        static LookView of(Look look) {
            return new LookView(
                    look.source,
                    look.lookedAt,
                    look.failedAt,
                    look.error,
                    look.rows,
                    look.newsAt,
                    look.events,
                    setAside(look));
        }

        private static List<SetAside> setAside(Look look) {
            try {
                return look.setAside();
            } catch (UncheckedIOException e) {
                return List.of(new SetAside(UNREADABLE, 0, ""));
            }
        }
    }

    @GET
    @Transactional
    @Operation(
            summary = "What each engine database showed when it was looked at last",
            description =
                    "Databases that Synkvakt reads itself (synkvakt.feeds). failedAt is there while the last look failed.")
    public Page<LookView> list(@QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return Page.of(looks.all(), PageRequest.of(page, size)).map(LookView::of);
    }
}
