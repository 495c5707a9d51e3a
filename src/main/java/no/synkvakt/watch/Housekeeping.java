package no.synkvakt.watch;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import no.synkvakt.casework.Kept;
import no.synkvakt.casework.Retention;
import org.jboss.logging.Logger;

/** Lets go what has been kept long enough. */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Retention retention;
    private final Clock clock;

    Housekeeping(Retention retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    /** A few times a day, so that little goes at once. What cannot go now goes the next time. */
    @Scheduled(
            every = "6h",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "housekeeping")
    public void letGo() {
        for (Kept what : Kept.values()) {
            letGo(what);
        }
    }

    private void letGo(Kept what) {
        long gone = 0;
        for (long some = retention.letGo(what, clock.instant()); some > 0; ) {
            gone += some;
            some = retention.letGo(what, clock.instant());
        }
        if (gone > 0) {
            LOG.infof("%d of %s were kept long enough, and are gone", gone, what);
        }
    }
}
