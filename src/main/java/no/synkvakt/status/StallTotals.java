package no.synkvakt.status;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.synkvakt.base.Unchanged;
import no.synkvakt.stall.Stalls;

/** How many stalls there are on all pages. To count years of them is more than to read a page: it is done once per change. */
@Singleton
class StallTotals {

    private static final int MOST_REMEMBERED = 1000;

    private final Stalls stalls;
    private final Unchanged<Map<Asked, Long>> counted;

    StallTotals(Stalls stalls) {
        this.stalls = stalls;
        this.counted = new Unchanged<>(stalls.getEntityManager());
    }

    private record Asked(String query, Map<String, Object> parameters) {}

    /** How many the filter finds. */
    long of(StallFilter filter) {
        Map<Asked, Long> known = counted.get(ConcurrentHashMap::new);
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Asked(filter.query(), filter.parameters()),
                asked -> stalls.count(asked.query(), asked.parameters()));
    }
}
