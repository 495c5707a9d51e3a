package no.synkvakt.stall;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.base.Characters;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.ProblemException;

/** The stalls, past and present. Every writer holds the municipality's lock. */
@ApplicationScoped
public class Stalls implements PanacheRepositoryBase<Stall, UUID> {

    /** What a client is told who names a stall that is not there. */
    public static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "There is no stall with the id " + Characters.printable(id) + ".",
                new FieldError("id", id, "the id of a stall, as GET /api/v1/stalls lists them"));
    }

    /** The municipality's stall that is not resolved. */
    public Optional<Stall> open(String municipality) {
        return find("municipality = ?1 and state <> ?2", municipality, StallState.RESOLVED)
                .firstResultOptional();
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

    /** A stall that may share its cause with others; read without loading it, since its municipality is not locked yet. */
    @RegisterForReflection
    public record Suspect(UUID id, String municipality, Instant detectedAt, boolean sought) {}

    /** The open stalls of that cause that are part of no outage, as they were detected. */
    public List<Suspect> suspects(String cause) {
        return getEntityManager()
                .createQuery(
                        "select id, municipality, detectedAt, causeSought from Stall"
                                + " where cause = :cause and state <> :resolved and outage is null order by detectedAt, id",
                        Suspect.class)
                .setParameter("cause", cause)
                .setParameter("resolved", StallState.RESOLVED)
                .getResultList();
    }

    /** The open stalls of that cause that were detected no earlier than the time given, as they were detected. */
    public List<Stall> openOf(String cause, Instant since) {
        return list(
                "cause = ?1 and detectedAt >= ?2 and state <> ?3 order by detectedAt, id",
                cause,
                since,
                StallState.RESOLVED);
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

    /** Notes that others of their cause have been looked for. */
    public void markSought(List<UUID> ids) {
        if (!ids.isEmpty()) {
            update("causeSought = true where id in ?1", ids);
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
