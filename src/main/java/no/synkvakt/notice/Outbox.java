package no.synkvakt.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.synkvakt.stall.Stall;

/**
 * The notices that are owed, and those that were.
 *
 * <ol>
 *   <li>A notice is written in the commit of what causes it.
 *   <li>It is sent by {@link Deliveries}, and may be called off until that has been tried.
 *   <li>An all-clear follows every alarm that was tried.
 * </ol>
 */
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<Notice, UUID> {

    /** Kinds that an all-clear must follow. */
    private static final Set<NoticeKind> ALARMS =
            Set.of(NoticeKind.STALL, NoticeKind.ESCALATION, NoticeKind.REMINDER, NoticeKind.OUTAGE);

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

    /** What somebody was, or may have been, told of the stall, oldest first. */
    List<Notice> attempted(UUID stall) {
        return list("stall = ?1 and attempts > 0 order by createdAt, id", stall);
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
