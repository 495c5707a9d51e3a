package no.synkvakt.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.synkvakt.stall.Stall;

/**
 * The notices that are owed, and those that were.
 *
 * <ol>
 *   <li>A notice is written in the commit of what causes it.
 *   <li>A sender leases one, which counts as an attempt, and renders it at its first lease, in that commit.
 *   <li>It sends the bytes, then marks the notice by its own lease. A lease runs by the database's clock; when it runs out
 *       the sender is taken for dead and another leases the notice: a mail may come twice, with one Message-ID, but is
 *       never lost.
 *   <li>An all-clear is leased only when no alarm before it is still on its way.
 * </ol>
 *
 * Every change is an update on the condition that the notice is still as its author believes; no rows, and somebody else
 * was there first.
 */
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<Notice, UUID> {

    /** Kinds that an all-clear must follow. */
    private static final Set<NoticeKind> ALARMS =
            Set.of(NoticeKind.STALL, NoticeKind.ESCALATION, NoticeKind.REMINDER, NoticeKind.OUTAGE);

    private static final String LEASE = """
            update notice set state = 'LEASED', lease = :lease, attempts = attempts + 1,
                leased_until = clock_timestamp() + interval '45 seconds'
            where id = (
                select n.id from notice n
                where (n.state = 'PENDING' and n.send_at <= :now
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

    /** Calls off what nobody has tried to send yet. */
    public int cancelUnattempted(UUID stall) {
        return update(
                "state = ?1 where stall = ?2 and state = ?3 and attempts = 0",
                NoticeState.CANCELLED,
                stall,
                NoticeState.PENDING);
    }

    /** The same of what support is told of an outage as a whole. */
    public void postponeOutage(UUID outage, Instant sendAt) {
        update(
                "sendAt = ?1 where outage = ?2 and stall is null and state = ?3 and attempts = 0 and kind in ?4",
                sendAt,
                outage,
                NoticeState.PENDING,
                ALARMS);
    }

    /** Sets when those alarms of the stall may be sent that nobody has tried to send yet. */
    public void postpone(UUID stall, Instant sendAt) {
        update(
                "sendAt = ?1 where stall = ?2 and state = ?3 and attempts = 0 and kind in ?4",
                sendAt,
                stall,
                NoticeState.PENDING,
                ALARMS);
    }

    /** The same of what is written anew when the stall changes. That support has taken over, and a reminder, are not. */
    public int cancelToldAnew(UUID stall) {
        return update(
                "state = ?1 where stall = ?2 and state = ?3 and attempts = 0 and (kind in ?4 or kind = ?5 and role = ?6)",
                NoticeState.CANCELLED,
                stall,
                NoticeState.PENDING,
                Set.of(NoticeKind.STALL, NoticeKind.OUTAGE),
                NoticeKind.ESCALATION,
                Role.SUPPORT);
    }

    public List<Notice> ofStall(UUID stall) {
        return list("stall = ?1 order by createdAt, id", stall);
    }

    /** What was told of the stall, and of the outage it is part of as a whole, oldest first. */
    public List<Notice> about(Stall stall) {
        return stall.outage == null
                ? ofStall(stall.id)
                : list("stall = ?1 or outage = ?2 order by createdAt, id", stall.id, stall.outage);
    }

    /** What support was told of an outage as a whole, oldest first. */
    public List<Notice> ofOutage(UUID outage) {
        return list("outage = ?1 order by createdAt, id", outage);
    }

    /** The outages of which nobody has tried to tell support yet. */
    List<UUID> untoldOutages() {
        return getEntityManager()
                .createQuery(
                        "select outage from Notice where outage is not null and kind = :kind and state = :state"
                                + " and attempts = 0 order by outage",
                        UUID.class)
                .setParameter("kind", NoticeKind.OUTAGE)
                .setParameter("state", NoticeState.PENDING)
                .getResultList();
    }

    /** The same of an outage as a whole. */
    public int cancelUnattemptedOfOutage(UUID outage) {
        return update(
                "state = ?1 where outage = ?2 and state = ?3 and attempts = 0",
                NoticeState.CANCELLED,
                outage,
                NoticeState.PENDING);
    }

    /** The same of a silent source. */
    public int cancelUnattemptedOfFeed(String feed) {
        return update(
                "state = ?1 where feed = ?2 and kind = ?3 and state = ?4 and attempts = 0",
                NoticeState.CANCELLED,
                feed,
                NoticeKind.BLIND,
                NoticeState.PENDING);
    }

    /** The alarms of a silent source that were attempted and have no all-clear yet, oldest first. */
    public List<Notice> notClearedOfFeed(String feed) {
        return list(
                "feed = ?1 and kind = ?2 and attempts > 0 and state <> ?3 and allClear is null order by createdAt, id",
                feed,
                NoticeKind.BLIND,
                NoticeState.FAILED);
    }

    /** The alarms to support of an outage and its stalls that were attempted and have no all-clear yet, oldest first. */
    public List<Notice> notClearedOfOutage(UUID outage) {
        return list(
                "(outage = ?1 or stall in (select id from Stall where outage = ?1)"
                        + " or stall in (select replaces from Stall where outage = ?1)) and role = ?2 and kind in ?3"
                        + " and attempts > 0 and state <> ?4 and allClear is null order by createdAt, id",
                outage,
                Role.SUPPORT,
                ALARMS,
                NoticeState.FAILED);
    }

    /** The alarms of a municipality that were attempted and have no all-clear yet, oldest first. */
    public List<Notice> notCleared(String municipality) {
        return list(
                "municipality = ?1 and kind in ?2 and attempts > 0 and state <> ?3 and allClear is null"
                        + " order by createdAt, id",
                municipality,
                ALARMS,
                NoticeState.FAILED);
    }

    void clear(List<UUID> alarms, UUID allClear) {
        update("allClear = ?1 where id in ?2", allClear, alarms);
    }

    /** Erases every address of a municipality, and the mails that show them. */
    public void erase(String municipality) {
        update(
                "state = ?1, lease = null, leasedUntil = null where municipality = ?2 and state in ?3",
                NoticeState.CANCELLED,
                municipality,
                Set.of(NoticeState.PENDING, NoticeState.LEASED));
        getEntityManager()
                .createNativeQuery("update notice set recipient = null, message = null, last_error = null,"
                        + " facts = '{}' where municipality = :municipality")
                .setParameter("municipality", municipality)
                .executeUpdate();
    }
}
