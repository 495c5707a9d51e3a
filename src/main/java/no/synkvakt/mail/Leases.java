package no.synkvakt.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.casework.Reachability;
import no.synkvakt.notice.Deliveries;
import no.synkvakt.notice.MailWriter;
import no.synkvakt.notice.Notice;
import no.synkvakt.notice.NoticeKind;
import no.synkvakt.notice.Role;
import org.jspecify.annotations.Nullable;

/** The commits around attempts to send notices. */
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
     * Leases notices whose senders are dead, and those that have waited longest, and renders what never was.
     *
     * @param most how many of each
     * @throws UnreadableNotice when that cannot be done of one of them; none is then leased
     */
    @Transactional
    List<Leased> next(int most) {
        List<UUID> ids = deliveries.take(most, clock.instant());
        if (ids.isEmpty()) {
            return List.of();
        }
        UUID lease = UUID.randomUUID();
        List<Notice> taken = taken(ids);
        List<Leased> leased =
                taken.stream().map(notice -> rendered(notice, lease)).toList();
        deliveries.lease(lease, taken);
        return leased;
    }

    private List<Notice> taken(List<UUID> ids) {
        try {
            return deliveries.taken(ids);
        } catch (RuntimeException e) {
            return ids.stream()
                    .map(id -> orUnreadable(id, () -> deliveries.findById(id)))
                    .toList();
        }
    }

    /** Gives up a notice that cannot be rendered; the reason is kept. */
    @Transactional
    void giveUp(UnreadableNotice e) {
        deliveries.giveUp(e.id(), String.valueOf(e.getCause()));
    }

    /** Marks those that nothing stands in the way of, in one commit. Whoever is not returned is to be marked alone. */
    @Transactional
    Set<UUID> sent(List<Leased> leased) {
        return deliveries.sent(ids(leased), leases(leased), clock.instant());
    }

    /** Gives back what was leased and cannot be sent in time. */
    @Transactional
    void handBack(List<Leased> leased) {
        deliveries.handBack(ids(leased), leases(leased));
    }

    private static UUID[] ids(List<Leased> leased) {
        return leased.stream().map(Leased::id).toArray(UUID[]::new);
    }

    private static UUID[] leases(List<Leased> leased) {
        return leased.stream().map(Leased::lease).toArray(UUID[]::new);
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

    private Leased rendered(Notice notice, UUID lease) {
        return orUnreadable(notice.id, () -> {
            notice.readable();
            if (notice.message == null) {
                notice.message = writer.render(notice);
            }
            return new Leased(
                    notice.id,
                    lease,
                    notice.kind,
                    notice.role,
                    notice.municipality,
                    notice.stall,
                    notice.attempts + 1,
                    Objects.requireNonNull(notice.recipient),
                    notice.message);
        });
    }

    private static <T> T orUnreadable(UUID id, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw e;
            }
            throw new UnreadableNotice(id, e);
        }
    }
}
