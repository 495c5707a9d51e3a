package no.synkvakt.watch;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.casework.OverdueSteps;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The tick: reviews what is due, in batches, until nothing is. One that cannot be reviewed is set aside; the rest goes on. */
@ApplicationScoped
public class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final int BATCH = 100;

    private final OverdueSteps overdue;
    private final Clock clock;
    private volatile @Nullable Instant lastTick;

    Watch(OverdueSteps overdue, Clock clock) {
        this.overdue = overdue;
        this.clock = clock;
    }

    @Scheduled(
            every = "{synkvakt.watch.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "watch")
    public void tick() {
        Instant begun = clock.instant();
        while (reviewBatch(clock.instant()) == BATCH) {
            LOG.debug("More is due");
        }
        lastTick = begun;
    }

    /** When the last tick that ended well began. */
    Optional<Instant> lastTick() {
        return Optional.ofNullable(lastTick);
    }

    private int reviewBatch(Instant now) {
        try {
            return overdue.reviewBatch(BATCH, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.warn("A batch could not be reviewed; its cycles are reviewed one by one", e);
            overdue.due(BATCH, now).forEach(municipality -> reviewOne(municipality, now));
            return BATCH;
        }
    }

    private void reviewOne(String municipality, Instant now) {
        try {
            overdue.reviewOne(municipality, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.errorf(e, "The cycle of %s cannot be reviewed and is set aside", municipality);
            overdue.setAside(municipality, String.valueOf(e), now);
        }
    }

    /** Such trouble passes, and says nothing of the row: what is due stays due, for the next tick. */
    private static void throwIfOfDatabase(RuntimeException e) {
        if (DatabaseTrouble.isBehind(e)) {
            throw e;
        }
    }
}
