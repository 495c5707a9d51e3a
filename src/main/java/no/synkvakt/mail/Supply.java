package no.synkvakt.mail;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import no.synkvakt.mail.Leases.Leased;

/**
 * What the senders of a replica have leased and not begun to send, in one round. Notices are leased in batches, because a
 * commit for each costs more than the mail; the next batch by one sender while the others are still at the last.
 *
 * <p>A batch is as large as what left within a second, or twice that: while a server hangs or is slow, next to nothing waits
 * here that another replica could send.
 */
final class Supply {

    private static final int LARGEST = 64;
    private static final int NEVER = -1;

    /** A lease lasts 45 s and an attempt 30 s at most; the rest is for the mark. */
    static final Duration LATE = Duration.ofSeconds(10);

    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Leases leases;
    private final int smallest;
    private final Duration late;
    private final Queue<Item> ready = new ConcurrentLinkedQueue<>();
    private final ReentrantLock filling = new ReentrantLock();
    private final AtomicInteger attempts = new AtomicInteger();
    private Future<Boolean> slow = CompletableFuture.completedFuture(true);
    private int emptyAt = NEVER;
    private volatile int size;
    private volatile boolean more = true;
    private volatile boolean closed;

    /**
     * @param smallest how many are leased at a time while nothing is known of the server
     * @param late how long after its lease an attempt may begin
     */
    Supply(Leases leases, int smallest, Duration late) {
        this.late = late;
        this.leases = leases;
        this.smallest = smallest;
        this.size = smallest;
    }

    /** @param late done when it is too late to begin: the lease might run out during the attempt */
    record Item(Leased leased, Future<Boolean> late) {}

    /**
     * The notice to send next; empty when there is none.
     *
     * @throws UnreadableNotice when no mail can be made of one that is due
     */
    Optional<Item> next() {
        if (more && ready.size() <= size / 2 && filling.tryLock()) {
            try {
                fill();
            } finally {
                filling.unlock();
            }
        }
        Item item = ready.poll();
        return item == null ? lastOnes() : Optional.of(item);
    }

    /** Another sender may be about to fill it. */
    private Optional<Item> lastOnes() {
        filling.lock();
        try {
            Item item = ready.poll();
            while (item == null && !closed && emptyAt != attempts.get()) {
                fill();
                item = ready.poll();
            }
            return Optional.ofNullable(item);
        } finally {
            filling.unlock();
        }
    }

    private void fill() {
        int before = attempts.get();
        Future<Boolean> tooLate = after(late);
        size = slow.isDone() ? smallest : Math.min(size * 2, LARGEST);
        slow = after(SLOW);
        List<Leased> leased = closed ? List.of() : leases.next(size);
        leased.forEach(notice -> ready.add(new Item(notice, tooLate)));
        more = leased.size() >= size;
        if (leased.isEmpty()) {
            emptyAt = before;
        }
    }

    /** An attempt is over; what waited for it, such as an all-clear, may be sent. */
    void attempted() {
        attempts.incrementAndGet();
    }

    /** Leases no more, and gives back what nobody has begun to send. */
    void close() {
        closed = true;
        filling.lock();
        try {
            List<Leased> left = Stream.generate(ready::poll)
                    .takeWhile(Objects::nonNull)
                    .map(Item::leased)
                    .toList();
            if (!left.isEmpty()) {
                leases.handBack(left);
            }
        } finally {
            filling.unlock();
        }
    }

    private static Future<Boolean> after(Duration time) {
        return new CompletableFuture<Boolean>().completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
