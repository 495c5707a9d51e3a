package no.synkvakt.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.casework.AuditEntry;
import no.synkvakt.casework.AuditTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail: who has done what. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
@Blocking
class AuditResource {

    private final AuditTrail audit;

    AuditResource(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * A deed as the API shows it.
     *
     * @param by the name of the key or person; admin for whoever holds a municipality's signed link
     */
    @RegisterForReflection
    record AuditView(
            Instant at,
            String by,
            @Schema(implementation = AuditEntry.Deed.class) String deed,
            @Nullable String municipality,
            @Nullable String subject,
            @Nullable String detail) {

        static AuditView of(AuditEntry entry) {
            return new AuditView(entry.at, entry.by, entry.deed, entry.municipality, entry.subject, entry.detail);
        }
    }

    @GET
    @Transactional
    @Operation(
            summary = "Who has changed, acknowledged, silenced, escalated what, newest first",
            description =
                    "by: the name of an API key or a person, or admin for whoever holds a municipality's signed link."
                            + " subject: the id of the stall or silence, or the source of the engine. detail: what it was"
                            + " about, such as the names of changed fields.")
    public Page<AuditView> list(
            @QueryParam("municipality") @Nullable String municipality,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return audit.newest(municipality, PageRequest.of(page, size)).map(AuditView::of);
    }
}
