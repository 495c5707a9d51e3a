package no.synkvakt.watch;

import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.base.LogFields;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.casework.Due;
import no.synkvakt.casework.DueWork;
import no.synkvakt.casework.SilenceRounds;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The tick: reviews what is due, in batches, until nothing is. When much is, two do so beside each other: while the one waits for
 * the database, the other goes on. What cannot be reviewed is set aside; the rest goes on.
 */
@ApplicationScoped
public class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final DueWork work;
    private final List<Due> kinds;
    private final Clock clock;
    private final TickTimes times;
    private final OutageWatch outages;
    private final FeedWatch feeds;
    private final SilenceRounds silences;
    private final UnreadableRows unreadable;
    private final ManagedExecutor executor;
    private volatile @Nullable Instant lastTick;

    Watch(
            DueWork work,
            @All List<Due> kinds,
            Clock clock,
            TickTimes times,
            OutageWatch outages,
            FeedWatch feeds,
            SilenceRounds silences,
            UnreadableRows unreadable,
            ManagedExecutor executor) {
        this.executor = executor;
        this.unreadable = unreadable;
        this.silences = silences;
        this.feeds = feeds;
        this.work = work;
        this.kinds = kinds;
        this.clock = clock;
        this.times = times;
        this.outages = outages;
    }

    @Scheduled(
            every = "{synkvakt.watch.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "watch")
    public void tick() {
        Instant begun = clock.instant();
        Timer.Sample tick = times.begin();
        try {
            silences.go(clock.instant());
            boolean judges = feeds.tick(clock.instant());
            if (judges) {
                kinds.forEach(this::review);
            }
            outages.tick(clock.instant());
            if (judges) {
                outages.remind(clock.instant());
            }
        } catch (RuntimeException e) {
            times.breakOff(tick);
            throw e;
        }
        times.end(tick, begun);
        lastTick = begun;
    }

    private void review(Due kind) {
        boolean isMuch = reviewsBatch(kind);
        if (isMuch && kind.pace().byTwo) {
            reviewByTwo(kind);
        } else if (isMuch) {
            reviewAll(kind);
        }
    }

    private void reviewByTwo(Due kind) {
        CompletableFuture<Void> beside = executor.runAsync(() -> reviewAll(kind));
        try {
            reviewAll(kind);
        } finally {
            beside.join();
        }
    }

    private void reviewAll(Due kind) {
        while (reviewsBatch(kind)) {
            LOG.debugf("More is due: %s", kind.name());
        }
    }

    /** Whether it was a full one. */
    private boolean reviewsBatch(Due kind) {
        return reviewBatch(kind, clock.instant()) == kind.pace().most;
    }

    /** When the last tick that ended well began. */
    Optional<Instant> lastTick() {
        return Optional.ofNullable(lastTick);
    }

    private int reviewBatch(Due kind, Instant now) {
        try {
            return work.reviewBatch(kind, kind.pace().most, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.warnf(e, "A batch could not be reviewed (%s); it is reviewed one by one", kind.name());
            work.due(kind, kind.pace().most, now)
                    .forEach(municipality ->
                            LogFields.within(municipality, null, () -> reviewOne(kind, municipality, now)));
            return kind.pace().most;
        }
    }

    private void reviewOne(Due kind, String municipality, Instant now) {
        try {
            work.reviewOne(kind, municipality, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            if (e instanceof UnreadableRow row) {
                unreadable.note(row);
            } else {
                LOG.errorf(e, "The %s of %s cannot be reviewed and is set aside", kind.name(), municipality);
            }
            work.setAside(kind, municipality, String.valueOf(e), now);
        }
    }

    /** Such trouble passes, and says nothing of the row: what is due stays due, for the next tick. */
    private static void throwIfOfDatabase(RuntimeException e) {
        if (DatabaseTrouble.isBehind(e)) {
            throw e;
        }
    }
}
