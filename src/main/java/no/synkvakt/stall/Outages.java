package no.synkvakt.stall;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The outages, past and present. An outage's row is the lock of what happens to it as a whole; whoever needs it and
 * municipalities' locks takes it first.
 */
@ApplicationScoped
public class Outages implements PanacheRepositoryBase<Outage, UUID> {

    private static final String TO_REMIND_OF = """
            select o.id from outage o
            where o.remind_at <= :now and not exists (select 1 from attendance where back_at is not null) and exists (
                select 1 from stall s join municipality m on m.id = s.municipality
                where s.outage = o.id and s.state <> 'RESOLVED' and not m.parked and not exists (
                    select 1 from feed f where f.source = m.feed and f.blind_since is not null))
            order by o.id""";

    private static final String OVER = """
            select o.id from outage o where o.over_at is null and not exists (
                select 1 from stall s where s.state <> 'RESOLVED' and (s.outage = o.id
                    or s.cause = o.cause and s.outage is null and s.detected_at >= o.since))
            order by o.id""";

    /** What a client is told who names an outage that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no outage with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of an outage, as GET /api/v1/outages lists them"));
    }

    /** The causes for which there are open stalls that others have not been looked for yet. */
    public List<String> soughtCauses() {
        return getEntityManager()
                .createQuery(
                        "select distinct s.cause from Stall s where not s.causeSought and s.state <> :resolved order by s.cause",
                        String.class)
                .setParameter("resolved", StallState.RESOLVED)
                .getResultList();
    }

    /** Keeps others from looking into the same cause until the end of the transaction. */
    public void lockCause(String cause) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:cause, 5)) as text)")
                .setParameter("cause", cause)
                .getSingleResult();
    }

    /** The outage of that cause that is not over. */
    public Optional<Outage> open(String cause) {
        return find("cause = ?1 and overAt is null", cause).firstResultOptional();
    }

    /** The outages that are not over, in the order of their ids. */
    public List<UUID> openIds() {
        return getEntityManager()
                .createQuery("select id from Outage where overAt is null order by id", UUID.class)
                .getResultList();
    }

    /** An outage that lasts, and how many owners it affects. */
    @RegisterForReflection
    public record Lasting(Outage outage, Long owners) {}

    /** The outages that last, the oldest first. */
    public List<Lasting> lasting() {
        return getEntityManager()
                .createQuery(
                        "select o, (select count(s) from Stall s where s.outage = o.id and s.state <> :resolved)"
                                + " from Outage o where o.overAt is null order by o.since, o.id",
                        Lasting.class)
                .setParameter("resolved", StallState.RESOLVED)
                .getResultList();
    }

    /** The outages none of whose stalls is open any more, and for which none is about to join. */
    @SuppressWarnings("unchecked")
    public List<UUID> withoutStalls() {
        return getEntityManager().createNativeQuery(OVER, UUID.class).getResultList();
    }

    /** The outages that support is to be reminded of; not of what may be over, since nobody it is about is heard. */
    @SuppressWarnings("unchecked")
    public List<UUID> toRemindOf(Instant now) {
        return getEntityManager()
                .createNativeQuery(TO_REMIND_OF, UUID.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Takes the outage's lock for the rest of the transaction; empty when it is over. */
    public Optional<Outage> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(outage -> !outage.isOver());
    }

    /** Takes the lock of the outage of that cause that is not over. */
    public Optional<Outage> lockOpen(String cause) {
        return find("cause = ?1 and overAt is null", cause)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A stall of an outage; read without loading it: one that cannot be read hides no other. */
    @RegisterForReflection
    public record Member(
            UUID outage,
            UUID id,
            String municipality,
            @Nullable StallState state,
            @Nullable Verdict verdict,
            Instant since,
            @Nullable Instant resolvedAt) {

        public boolean isOpen() {
            return state != StallState.RESOLVED;
        }
    }

    /** The outage's stalls, past and present, as they were detected. */
    public List<Member> members(UUID outage) {
        return members(List.of(outage));
    }

    /** The same of many outages; of each, as they were detected. */
    public List<Member> members(List<UUID> ofOutages) {
        return getEntityManager()
                .createQuery(
                        "select outage, id, municipality, state, verdict, since, resolvedAt from Stall"
                                + " where outage in :outages order by detectedAt, id",
                        Member.class)
                .setParameter("outages", ofOutages)
                .getResultList();
    }
}
