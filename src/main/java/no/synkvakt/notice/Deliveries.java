package no.synkvakt.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The {@link Outbox} as its senders see it.
 *
 * <ol>
 *   <li>A sender leases a notice, which counts as an attempt, and renders it at its first lease, in that commit.
 *   <li>It sends the bytes, then marks the notice by its own lease. A lease runs by the database's clock; when it runs out
 *       the sender is taken for dead and another leases the notice: a mail may come twice, with one Message-ID, but is
 *       never lost.
 *   <li>An all-clear is leased only when no alarm before it is still on its way.
 *   <li>A notice of a kind that this version does not know waits for one that does: while an upgrade rolls both send.
 * </ol>
 */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Notice, UUID> {

    private static final List<String> KNOWN =
            Arrays.stream(NoticeKind.values()).map(NoticeKind::name).toList();

    private static final String LEASE = """
            update notice set state = 'LEASED', lease = :lease, attempts = attempts + 1,
                leased_until = clock_timestamp() + interval '45 seconds'
            where id = (
                select n.id from notice n
                where n.kind in (:kinds) and (n.state = 'PENDING' and n.send_at <= :now
                        or n.state = 'LEASED' and n.leased_until < clock_timestamp())
                    and not exists (
                        select 1 from notice alarm where alarm.all_clear = n.id and alarm.state in ('PENDING', 'LEASED'))
                order by n.send_at, n.created_at
                limit 1
                for update skip locked)
            returning id""";

    private static final String CALL_OFF = """
            update notice set state = 'CANCELLED'
            where state = 'PENDING' and attempts = 0
                and id = (select all_clear from notice where id = :alarm)
                and not exists (
                    select 1 from notice alarm where alarm.all_clear = notice.id and alarm.state <> 'FAILED')""";

    /** Leases the notice that has waited longest of those that may be sent now. */
    public Optional<UUID> lease(UUID lease, Instant now) {
        List<?> ids = getEntityManager()
                .createNativeQuery(LEASE, UUID.class)
                .setParameter("lease", lease)
                .setParameter("now", now)
                .setParameter("kinds", KNOWN)
                .getResultList();
        return ids.stream().map(UUID.class::cast).findFirst();
    }

    public boolean sent(UUID id, UUID lease, Instant now) {
        return update(
                        "state = ?1, sentAt = ?2, lease = null, leasedUntil = null, lastError = null where id = ?3 and lease = ?4",
                        NoticeState.SENT,
                        now,
                        id,
                        lease)
                > 0;
    }

    public boolean retry(UUID id, UUID lease, Instant sendAt, String error) {
        return update(
                        "state = ?1, sendAt = ?2, lastError = ?3, lease = null, leasedUntil = null where id = ?4 and lease = ?5",
                        NoticeState.PENDING,
                        sendAt,
                        error,
                        id,
                        lease)
                > 0;
    }

    /** Marks a notice as one that its server will never take. */
    public boolean fail(UUID id, UUID lease, String error) {
        boolean mine = update(
                        "state = ?1, lastError = ?2, lease = null, leasedUntil = null where id = ?3 and lease = ?4",
                        NoticeState.FAILED,
                        error,
                        id,
                        lease)
                > 0;
        if (mine) {
            callOffAllClear(id);
        }
        return mine;
    }

    /** Gives up a notice that no mail can be made of. */
    public void giveUp(UUID id, String error) {
        int undecided = update(
                "state = ?1, lastError = ?2, lease = null, leasedUntil = null where id = ?3 and state in ?4",
                NoticeState.FAILED,
                error,
                id,
                Set.of(NoticeState.PENDING, NoticeState.LEASED));
        if (undecided > 0) {
            callOffAllClear(id);
        }
    }

    /** An all-clear that would follow only alarms that nobody got is called off. */
    private void callOffAllClear(UUID failedAlarm) {
        getEntityManager()
                .createNativeQuery(CALL_OFF)
                .setParameter("alarm", failedAlarm)
                .executeUpdate();
    }
}
