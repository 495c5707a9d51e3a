package no.synkvakt.casework;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import no.synkvakt.base.Page;
import no.synkvakt.base.PageRequest;
import no.synkvakt.casework.AuditEntry.Deed;
import org.jspecify.annotations.Nullable;

/** Who has changed, acknowledged, silenced, escalated what. Kept in the commit of what was done: neither is there alone. */
@ApplicationScoped
public class AuditTrail implements PanacheRepositoryBase<AuditEntry, UUID> {

    private static final Sort NEWEST_FIRST = Sort.descending("at").and("id");

    /** What a deed was done to. */
    record Subject(
            @Nullable String municipality,
            @Nullable String id,
            @Nullable String detail) {

        static Subject municipality(String id, @Nullable String detail) {
            return new Subject(id, null, detail);
        }
    }

    void record(String by, Deed deed, Subject subject, Instant now) {
        AuditEntry entry = new AuditEntry();
        entry.id = UUID.randomUUID();
        entry.at = now;
        entry.by = by;
        entry.deed = deed.name();
        entry.municipality = subject.municipality();
        entry.subject = subject.id();
        entry.detail = subject.detail();
        persist(entry);
    }

    /**
     * What has been done, newest first.
     *
     * @param municipality to which one; null for all
     */
    public Page<AuditEntry> newest(@Nullable String municipality, PageRequest request) {
        PanacheQuery<AuditEntry> entries =
                municipality == null ? findAll(NEWEST_FIRST) : find("municipality", NEWEST_FIRST, municipality);
        return new Page<>(
                entries.page(request.page(), request.size()).list(), request.page(), request.size(), entries.count());
    }
}
