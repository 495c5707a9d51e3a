package no.synkvakt.base;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The rows that this replica could not read of late: each is logged once and not whenever somebody looks, and counted until
 * it is read again or nobody has met it for a while.
 */
@ApplicationScoped
public class UnreadableRows {

    /** Longer than it takes until all are read through again. */
    private static final Duration REMEMBERED = Duration.ofHours(7);

    private static final int MOST_REMEMBERED = 10_000;

    private static final Logger LOG = Logger.getLogger(UnreadableRows.class);

    private final Map<Row, Instant> met = new ConcurrentHashMap<>();
    private final Clock clock;

    UnreadableRows(Clock clock) {
        this.clock = clock;
    }

    private record Row(UnreadableRow.Kind kind, String id) {}

    /** Somebody has met it. */
    public void note(UnreadableRow e) {
        if (met.size() >= MOST_REMEMBERED) {
            met.clear();
        }
        if (met.put(new Row(e.kind(), e.id()), clock.instant()) == null) {
            LOG.errorf("%s. What it concerns is set aside; the rest goes on", e.getMessage());
        }
    }

    /** Has a row read, and notes whether it can be. */
    public void look(UnreadableRow.Kind kind, String id, Runnable read) {
        try {
            read.run();
            isRead(kind, id);
        } catch (UnreadableRow e) {
            note(e);
        }
    }

    /** It has been read, or is gone: it is one no longer. */
    public void isRead(UnreadableRow.Kind kind, String id) {
        if (!met.isEmpty()) {
            met.remove(new Row(kind, id));
        }
    }

    public boolean has(UnreadableRow.Kind kind, String id) {
        return !met.isEmpty() && met.containsKey(new Row(kind, id));
    }

    /** How many there are. */
    public long count() {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        met.values().removeIf(last -> last.isBefore(forgotten));
        return met.size();
    }
}
