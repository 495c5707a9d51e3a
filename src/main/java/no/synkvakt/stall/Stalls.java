package no.synkvakt.stall;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /** Whose stall it is, read without loading it: the municipality's lock comes first. */
    public Optional<String> municipalityOf(UUID id) {
        return getEntityManager()
                .createQuery("select municipality from Stall where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
