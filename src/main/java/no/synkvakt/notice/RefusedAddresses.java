package no.synkvakt.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import no.synkvakt.municipality.Contact;
import no.synkvakt.municipality.Municipality;
import org.hibernate.Session;

/**
 * The contacts whose mail server has refused them for good. They are mailed all the same, once for each notice: a server may
 * have been wrong, and an alarm that is not even tried is lost.
 */
@ApplicationScoped
public class RefusedAddresses {

    private static final String MARK = """
            insert into refused_address (municipality, address, refused_at, reason) values (:municipality, :address, :at, :reason)
            on conflict (municipality, address) do update set reason = excluded.reason""";

    private static final String OF_MUNICIPALITY = """
            select address, refused_at as at, reason from refused_address
            where municipality = :municipality order by refused_at, address""";

    private final EntityManager entityManager;

    RefusedAddresses(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * A contact whose mails are refused.
     *
     * @param address in lower case
     * @param at since when
     * @param reason what the mail server said last
     */
    @RegisterForReflection
    public record RefusedAddress(String address, Instant at, String reason) {}

    /** Those of the municipality, the oldest first. */
    public List<RefusedAddress> of(String municipality) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(OF_MUNICIPALITY, RefusedAddress.class)
                .addScalar("address", String.class)
                .addScalar("at", Instant.class)
                .addScalar("reason", String.class)
                .setParameter("municipality", municipality)
                .getResultList();
    }

    /** A server has refused a mail to that address for good. */
    public void mark(String municipality, String address, String reason, Instant now) {
        entityManager
                .createNativeQuery(MARK)
                .setParameter("municipality", municipality)
                .setParameter("address", Addresses.key(address))
                .setParameter("reason", reason)
                .setParameter("at", now)
                .executeUpdate();
    }

    /** A mail to that address was taken. */
    public void unmark(String municipality, String address) {
        entityManager
                .createNativeQuery(
                        "delete from refused_address where municipality = :municipality and address = :address")
                .setParameter("municipality", municipality)
                .setParameter("address", Addresses.key(address))
                .executeUpdate();
    }

    /** Forgets those who are contacts no more. */
    public void keepContacts(Municipality municipality) {
        entityManager
                .createNativeQuery(
                        "delete from refused_address where municipality = :municipality and address not in (:addresses)")
                .setParameter("municipality", municipality.id())
                .setParameter(
                        "addresses",
                        municipality.contacts().stream()
                                .map(Contact::email)
                                .map(Addresses::key)
                                .toList())
                .executeUpdate();
    }

    /** Whether no contact of the municipality is left whose mails are not refused. */
    public boolean areAll(Municipality municipality) {
        List<String> refused =
                of(municipality.id()).stream().map(RefusedAddress::address).toList();
        return municipality.contacts().stream()
                .map(Contact::email)
                .map(Addresses::key)
                .allMatch(refused::contains);
    }
}
