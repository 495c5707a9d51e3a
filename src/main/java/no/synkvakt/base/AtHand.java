package no.synkvakt.base;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a transaction has read, by names, so that it reads nothing twice, and much at once for many. It is gone with the
 * transaction; outside of one nothing is at hand. The caller holds a lock under which nobody else changes what is here.
 *
 * @param <K> names; of value, not of identity
 * @param <V> what has them
 */
public final class AtHand<K, V> {

    private final TransactionSynchronizationRegistry transaction;

    public AtHand(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** What has that name; searched for where it is not at hand. One that is not found is searched for again. */
    public Optional<V> get(K name, Supplier<Optional<V>> search) {
        if (transaction.getTransactionKey() == null) {
            return search.get();
        }
        Map<K, Optional<V>> known = known();
        return known.containsKey(name) ? known.get(name) : found(name, search.get());
    }

    private Optional<V> found(K name, Optional<V> found) {
        found.ifPresent(value -> put(name, value));
        return found;
    }

    /** From now on that name has this. */
    public void put(K name, V value) {
        known().put(name, Optional.of(value));
    }

    /** All that there is of those names has been read: a name without anything is not searched for again. */
    public void putAll(Collection<K> names, Map<K, V> read) {
        names.forEach(name -> known().put(name, Optional.ofNullable(read.get(name))));
    }

    /** Which of those names nothing is known of, nor that there is nothing. */
    public Set<K> missing(Collection<K> names) {
        Map<K, Optional<V>> known = known();
        return names.stream().filter(name -> !known.containsKey(name)).collect(Collectors.toSet());
    }

    /** It is read anew when it is asked for. */
    public void forget(K name) {
        if (transaction.getTransactionKey() != null) {
            known().remove(name);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<K, Optional<V>> known() {
        Map<K, Optional<V>> known = (Map<K, Optional<V>>) transaction.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            transaction.putResource(this, known);
        }
        return known;
    }
}
