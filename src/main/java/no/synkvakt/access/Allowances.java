package no.synkvakt.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * How often each caller may do something: as often as the limit says in a time, evenly refilled (a token bucket each). Each
 * replica counts for itself.
 */
final class Allowances {

    /** Callers that are remembered at most; who has been quiet longest is forgotten first, and has a full bucket again. */
    private static final long MOST_CALLERS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final long most;
    private final Duration in;
    private final TimeMeter time;

    Allowances(long most, Duration in, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(in.multipliedBy(2))
                .build();
        this.most = most;
        this.in = in;
        this.time = time;
    }

    /**
     * Takes one.
     *
     * @return how long the caller has to wait for the next; empty when there was one left
     */
    Optional<Duration> take(String caller) {
        ConsumptionProbe taken = buckets.get(caller, unknown -> full()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, in))
                .build();
    }
}
