package no.synkvakt.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.casework.Reachability;
import no.synkvakt.notice.Deliveries;
import no.synkvakt.notice.MailWriter;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.NoticeKind;
import no.synkvakt.notice.Role;
import org.jspecify.annotations.Nullable;

/** The commits around one attempt to send a notice. */
@ApplicationScoped
class Leases {

    private final Deliveries deliveries;
    private final MailWriter writer;
    private final Reachability reachability;
    private final Clock clock;

    Leases(Deliveries deliveries, MailWriter writer, Reachability reachability, Clock clock) {
        this.reachability = reachability;
        this.deliveries = deliveries;
        this.writer = writer;
        this.clock = clock;
    }

    /** A notice that is ours to send. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leased(
            UUID id,
            UUID lease,
            NoticeKind kind,
            Role role,
            @Nullable String municipality,
            @Nullable UUID stall,
            int attempts,
            String recipient,
            byte[] message) {

        /** Whether it is to somebody at a municipality. */
        boolean isToContact() {
            return role == Role.ADMIN && municipality != null;
        }
    }

    /**
     * Leases the notice that has waited longest, and renders it if it never was.
     *
     * @throws UnreadableNotice when that cannot be done; it is then not leased
     */
    @Transactional
    Optional<Leased> next() {
        UUID lease = UUID.randomUUID();
        return deliveries.lease(lease, clock.instant()).map(id -> rendered(id, lease));
    }

    /** Gives up a notice that cannot be rendered; the reason is kept. */
    @Transactional
    void giveUp(UnreadableNotice e) {
        deliveries.giveUp(e.id(), String.valueOf(e.getCause()));
    }

    @Transactional
    void sent(Leased leased) {
        deliveries.sent(leased.id(), leased.lease(), clock.instant());
        if (leased.isToContact()) {
            reachability.noteArrival(String.valueOf(leased.municipality()), leased.recipient());
        }
    }

    /** Notes that an attempt failed: for good, or until the notice is tried again. */
    @Transactional
    void failed(Leased leased, DeliveryException e) {
        String reason = String.valueOf(e.getMessage());
        if (e.isPermanent()) {
            if (leased.isToContact()) {
                reachability.noteRefusal(String.valueOf(leased.municipality()), leased.recipient(), reason);
            }
            deliveries.fail(leased.id(), leased.lease(), reason);
        } else {
            deliveries.retry(
                    leased.id(),
                    leased.lease(),
                    clock.instant().plus(Backoff.after(leased.attempts(), ThreadLocalRandom.current())),
                    reason);
        }
    }

    /** Notes of the notice alone that its server will never take it. */
    @Transactional
    void refused(Leased leased, DeliveryException e) {
        deliveries.fail(leased.id(), leased.lease(), String.valueOf(e.getMessage()));
    }

    private Leased rendered(UUID id, UUID lease) {
        try {
            Notice notice = deliveries.findById(id).readable();
            if (notice.message == null) {
                notice.message = writer.render(notice);
            }
            return new Leased(
                    id,
                    lease,
                    notice.kind,
                    notice.role,
                    notice.municipality,
                    notice.stall,
                    notice.attempts,
                    Objects.requireNonNull(notice.recipient),
                    notice.message);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw e;
            }
            throw new UnreadableNotice(id, e);
        }
    }
}
