package no.synkvakt.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Stall;
import org.jspecify.annotations.Nullable;

/** Writes what support is told when nobody at a municipality can be mailed. The caller holds the municipality's lock. */
@ApplicationScoped
public class UnreachableNotices {

    private final Outbox outbox;
    private final Drafts drafts;
    private final FactsWriter facts;
    private final RefusedAddresses refused;

    UnreachableNotices(Outbox outbox, Drafts drafts, FactsWriter facts, RefusedAddresses refused) {
        this.outbox = outbox;
        this.drafts = drafts;
        this.facts = facts;
        this.refused = refused;
    }

    /**
     * Tells support.
     *
     * @param stall what stands still there meanwhile; null when nothing does
     */
    public void tell(Municipality municipality, @Nullable Stall stall, Instant now) {
        Facts.Unreachable unreachable = new Facts.Unreachable(
                stall == null ? null : stall.id,
                stall == null ? null : facts.labelOf(stall),
                stall == null ? null : stall.since,
                refused.of(municipality.id()).stream()
                        .map(contact -> new Facts.Refused(contact.address(), contact.reason()))
                        .toList());
        Facts told = facts.ofOwner(municipality, null).with(unreachable);
        Notice notice = drafts.toSupport(NoticeKind.UNREACHABLE, told, now);
        notice.municipality = municipality.id();
        outbox.persist(notice);
    }
}
