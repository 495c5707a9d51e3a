package no.synkvakt.stall;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.AtHand;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import org.jspecify.annotations.Nullable;

/** The stalls, past and present. Every writer holds the municipality's lock. */
@ApplicationScoped
public class Stalls implements PanacheRepositoryBase<Stall, UUID> {

    private static final String OPEN = "select * from stall where municipality = any(:ids) and state <> 'RESOLVED'";

    private final UnreadableRows unreadable;
    private final AtHand<String, Stall> atHand;

    Stalls(UnreadableRows unreadable, TransactionSynchronizationRegistry transaction) {
        this.unreadable = unreadable;
        this.atHand = new AtHand<>(transaction);
    }

    /** What a client is told who names a stall that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no stall with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of a stall, as GET /api/v1/stalls lists them"));
    }

    /** The municipality's stall that is not resolved. Throws {@link UnreadableRow} when it cannot be read. */
    public Optional<Stall> open(String municipality) {
        Optional<Stall> open = openAsStored(municipality).map(Stall::readable);
        open.ifPresent(stall -> unreadable.isRead(UnreadableRow.Kind.STALL, stall.id.toString()));
        return open;
    }

    /** The same to look at: it may be one that cannot be read, and of which some is null that never should be. */
    public Optional<Stall> openAsStored(String municipality) {
        return atHand.get(municipality, () -> find("municipality = ?1 and state <> RESOLVED", municipality)
                        .firstResultOptional())
                .filter(stall -> stall.state != StallState.RESOLVED);
    }

    /** The open stalls of many are about to be asked for one by one: they are read at once. */
    public void readAhead(Collection<String> municipalities) {
        Map<String, Stall> open = new HashMap<>();
        getSession()
                .createNativeQuery(OPEN, Stall.class)
                .setParameter("ids", municipalities.toArray(String[]::new))
                .getResultList()
                .forEach(stall -> open.put(stall.municipality, stall));
        atHand.putAll(municipalities, open);
    }

    /**
     * Adds a stall of a municipality that has none open. The end of the one before is written first: Hibernate inserts before
     * it updates, and there is one open stall at most.
     */
    public void add(Stall stall) {
        atHand.get(stall.municipality, Optional::empty).ifPresent(former -> flush());
        persist(stall);
        atHand.put(stall.municipality, stall);
    }

    /** Reads all that are not resolved, and notes those that cannot be read. */
    @Transactional
    public void noteUnreadable() {
        list("state is null or state <> ?1", StallState.RESOLVED)
                .forEach(stall -> unreadable.look(UnreadableRow.Kind.STALL, stall.id.toString(), stall::readable));
    }

    /**
     * Takes the municipality's stall out of the way if the clock still has to act on it, until the time given or until
     * something else is done about it. The row is not read: it may be what is wrong.
     */
    public void setAside(String municipality, String reason, Instant now, Instant until) {
        update(
                "setAside = ?1, actAt = ?2 where municipality = ?3 and state <> ?4 and actAt <= ?5",
                Characters.line(reason),
                until,
                municipality,
                StallState.RESOLVED,
                now);
    }

    /** Closes the municipality's stall without reading it: it may be what is wrong. */
    public void close(String municipality, Instant now) {
        atHand.forget(municipality);
        update(
                "state = ?1, resolvedAt = ?2, actAt = null, setAside = null where municipality = ?3 and state <> ?1",
                StallState.RESOLVED,
                now,
                municipality);
    }

    /** A stall that may share its cause with others; read without loading it, since its municipality is not locked yet. */
    @RegisterForReflection
    public record Suspect(UUID id, String municipality, Instant detectedAt, boolean sought) {}

    /** The open stalls of that cause that are part of no outage, as they were detected. */
    public List<Suspect> suspects(String cause) {
        return getEntityManager()
                .createQuery(
                        "select id, municipality, detectedAt, causeSought from Stall"
                                + " where cause = :cause and state <> RESOLVED and outage is null order by detectedAt, id",
                        Suspect.class)
                .setParameter("cause", cause)
                .getResultList();
    }

    /** An owner affected by an outage; read without loading the stall: one that cannot be read hides no other. */
    @RegisterForReflection
    public record Affected(String municipality, @Nullable Verdict verdict, Instant since) {}

    /** The open stalls of that cause that were detected no earlier than the time given, as they were detected. */
    public List<Affected> affected(String cause, Instant since) {
        return getEntityManager()
                .createQuery(
                        "select municipality, verdict, since from Stall where cause = :cause and detectedAt >= :since"
                                + " and state <> RESOLVED order by detectedAt, id",
                        Affected.class)
                .setParameter("cause", cause)
                .setParameter("since", since)
                .getResultList();
    }

    /** The municipalities whose stalls they are, read without loading them. */
    public List<String> owners(List<UUID> ids) {
        return getEntityManager()
                .createQuery("select municipality from Stall where id in :ids", String.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Takes the stall for one that shares its cause with no other. The row is not read: it may be what is wrong. */
    public void leaveOut(UUID id) {
        update("cause = null, causeSought = true where id = ?1 and outage is null", id);
    }

    /** The same of all of that cause. */
    public void leaveOut(String cause) {
        update("cause = null, causeSought = true where cause = ?1 and outage is null", cause);
    }

    /**
     * Notes that others of their cause have been looked for. Their municipalities are not locked, so that it waits for nobody:
     * of what somebody else changes at the moment, others are looked for again.
     */
    public void markSought(List<UUID> ids) {
        if (!ids.isEmpty()) {
            getEntityManager()
                    .createNativeQuery("update stall set cause_sought = true where id in"
                            + " (select id from stall where id in (:ids) for no key update skip locked)")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }

    /** Whose stall it is, read without loading it: the municipality's lock comes first. */
    public Optional<String> municipalityOf(UUID id) {
        return getEntityManager()
                .createQuery("select municipality from Stall where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
