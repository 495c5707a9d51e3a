package no.synkvakt.base;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the database last, for as long as nobody has changed anything there.
 *
 * <p>PostgreSQL is asked each time: while {@code pg_current_snapshot()} is the same, every statement sees the same rows. So
 * whoever asks is shown all that was committed before they asked, by whichever replica, and a button's effect is on the very
 * next page. What is kept was read after the snapshot it is kept under was taken; had anybody committed in between, that
 * snapshot would never come again.
 *
 * <p>Own code, since a cache goes by time, or by being told: by either, somebody who has just pressed a button may be shown
 * what was before.
 *
 * @param <T> what is read; never changed by whoever gets it
 */
public final class Unchanged<T> {

    private static final String SNAPSHOT = "select cast(pg_current_snapshot() as text)";

    private final EntityManager entityManager;
    private volatile @Nullable Known<T> known;

    public Unchanged(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    private record Known<T>(String snapshot, T value) {}

    /**
     * What there is to be read now. The caller's transaction must not have written anything: others would be shown it before
     * it is committed.
     */
    public T get(Supplier<T> read) {
        String snapshot =
                (String) entityManager.createNativeQuery(SNAPSHOT, String.class).getSingleResult();
        @Nullable Known<T> last = known;
        if (last != null && last.snapshot().equals(snapshot)) {
            return last.value();
        }
        T value = read.get();
        known = new Known<>(snapshot, value);
        return value;
    }
}
