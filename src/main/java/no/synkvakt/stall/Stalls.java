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

    /** Takes the municipality's stall out of the way until the time given. The row is not read: it may be what is wrong. */
    public void setAside(String municipality, Instant until) {
        update("actAt = ?1 where municipality = ?2 and state <> ?3", until, municipality, StallState.RESOLVED);
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
