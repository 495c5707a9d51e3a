package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.synkvakt.cycle.Feeds;
import org.jspecify.annotations.Nullable;

/**
 * Notes which sources are heard. Each note is a transaction of its own, before the reports themselves are taken in: whoever
 * locks a municipality never waits for a feed.
 */
@ApplicationScoped
public class SignsOfLife {

    /** So often at most a source that is heard all the time is noted, by each replica. */
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(1);

    /** What happened longer ago than this may have waited for Synkvakt, or for its engine. */
    private static final Duration LIVE = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 1000;

    private final Feeds feeds;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    SignsOfLife(Feeds feeds) {
        this.feeds = feeds;
    }

    /**
     * Something came from the source.
     *
     * @param oldest when the oldest of it happened
     */
    @Transactional
    public void heard(String source, Instant oldest, Instant now) {
        if (isNoted(source, now) && oldest.isAfter(now.minus(LIVE))) {
            return;
        }
        if (feeds.heard(source, oldest, now)) {
            remember(source, now);
        } else {
            noted.remove(source);
        }
    }

    private boolean isNoted(String source, Instant now) {
        @Nullable Instant last = noted.get(source);
        return last != null && !last.isAfter(now) && last.plus(OFTEN_ENOUGH).isAfter(now);
    }

    private void remember(String source, Instant now) {
        if (noted.size() >= MOST_REMEMBERED) {
            noted.clear();
        }
        noted.put(source, now);
    }
}
