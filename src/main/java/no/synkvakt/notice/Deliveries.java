package no.synkvakt.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/**
 * The {@link Outbox} as its senders see it.
 *
 * <ol>
 *   <li>A sender leases notices, which counts as an attempt at each, and renders them at their first lease, in that commit.
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

    /** Whether an all-clear may go is asked of each row: PostgreSQL could turn "not exists" into a join of all that wait. */
    private static final String TAKE = """
            with expired as materialized (
                select id from notice
                where state = 'LEASED' and leased_until < now() and kind in (:kinds)
                order by leased_until limit :most for update skip locked),
            waiting as materialized (
                select id from notice n
                where state = 'PENDING' and send_at <= :now and kind in (:kinds)
                    and coalesce((select false from notice alarm
                        where alarm.all_clear = n.id and alarm.state in ('PENDING', 'LEASED') limit 1), true)
                order by send_at, created_at limit :most for update skip locked)
            select id from expired union all select id from waiting""";

    private static final String LEASE = """
            update notice set state = 'LEASED', lease = ?, attempts = attempts + 1, message = ?,
                leased_until = clock_timestamp() + interval '45 seconds'
            where id = ?""";

    /** Never waits for another's lock while it holds one; nor for that of an address which is no longer refused. */
    private static final String SENT = """
            update notice set state = 'SENT', sent_at = ?, lease = null, leased_until = null, last_error = null
            where id in (
                select n.id from notice n
                join unnest(?, ?) mine (id, lease) using (id, lease)
                where n.municipality is null or n.audience <> 'ADMIN' or not exists (
                    select 1 from refused_address refused where refused.municipality = n.municipality)
                for update of n skip locked)
            returning id""";

    private static final String HAND_BACK = """
            update notice set state = 'PENDING', lease = null, leased_until = null
            where id in (
                select n.id from notice n
                join unnest(cast(:ids as uuid[]), cast(:leases as uuid[])) mine (id, lease) using (id, lease)
                for update of n skip locked)""";

    private static final String CALL_OFF = """
            update notice set state = 'CANCELLED'
            where state = 'PENDING' and attempts = 0
                and id = (select all_clear from notice where id = :alarm)
                and not exists (
                    select 1 from notice alarm where alarm.all_clear = notice.id and alarm.state <> 'FAILED')""";

    /**
     * Locks some of those that may be sent now: whose sender is dead, and who have waited longest.
     *
     * @param most how many of each
     */
    public List<UUID> take(int most, Instant now) {
        return getSession()
                .createNativeQuery(TAKE, UUID.class)
                .setParameter("most", most)
                .setParameter("now", now)
                .setParameter("kinds", KNOWN)
                .getResultList();
    }

    /** What has been taken, in the order in which it is to be sent. */
    public List<Notice> taken(List<UUID> ids) {
        return find("id in ?1 order by sendAt, createdAt", ids)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
    }

    /** Leases what has been taken, to be sent as it is rendered. */
    public void lease(UUID lease, List<Notice> taken) {
        getSession().doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(LEASE)) {
                for (Notice notice : taken) {
                    update.setObject(1, lease);
                    update.setBytes(2, notice.message);
                    update.setObject(3, notice.id);
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
    }

    /** Marks those of the notices that nothing stands in the way of. Whoever is not returned is to be marked alone. */
    public Set<UUID> sent(UUID[] ids, UUID[] leases, Instant now) {
        return getSession().doReturningWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(SENT)) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, connection.createArrayOf("uuid", ids));
                update.setArray(3, connection.createArrayOf("uuid", leases));
                ResultSet rows = update.executeQuery();
                Set<UUID> marked = new HashSet<>();
                while (rows.next()) {
                    marked.add(rows.getObject(1, UUID.class));
                }
                return marked;
            }
        });
    }

    /** Gives back what was leased and not sent. It counts as an attempt all the same: an all-clear may have been owed since. */
    public void handBack(UUID[] ids, UUID[] leases) {
        getEntityManager()
                .createNativeQuery(HAND_BACK)
                .setParameter("ids", ids)
                .setParameter("leases", leases)
                .executeUpdate();
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
