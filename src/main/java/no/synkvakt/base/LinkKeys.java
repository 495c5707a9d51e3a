package no.synkvakt.base;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * The keys of signed links. A new one takes over every 30 days; an old one is kept for as long as a link may still bear its
 * signature.
 */
@ApplicationScoped
class LinkKeys implements PanacheRepositoryBase<LinkKey, Long> {

    static final Duration IN_USE = Duration.ofDays(30);

    private final TransactionSynchronizationRegistry transaction;

    LinkKeys(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /**
     * The key to sign with now, looked for once in a transaction. Of two replicas that make one at once each uses its own, and
     * both are kept.
     */
    LinkKey current(Instant now) {
        if (transaction.getResource(LinkKey.class) instanceof LinkKey known) {
            return known;
        }
        LinkKey key = found(now);
        transaction.putResource(LinkKey.class, key);
        return key;
    }

    private LinkKey found(Instant now) {
        return find("createdAt > ?1 order by createdAt desc, id desc", now.minus(IN_USE)).stream()
                .filter(LinkKey::isWhole)
                .findFirst()
                .orElseGet(() -> renewed(now));
    }

    private LinkKey renewed(Instant now) {
        delete("createdAt <= ?1", now.minus(IN_USE).minus(SignedLinks.VALID_FOR));
        LinkKey key = new LinkKey();
        key.secret = new byte[LinkKey.BYTES];
        new SecureRandom().nextBytes(key.secret);
        key.createdAt = now;
        persistAndFlush(key);
        return key;
    }
}
