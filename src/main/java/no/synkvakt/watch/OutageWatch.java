package no.synkvakt.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.casework.OutageReview;
import org.jboss.logging.Logger;

/** The tick's part about outages. What cannot be reviewed stops no other; it is tried again at the next tick. */
@Singleton
class OutageWatch {

    private static final Logger LOG = Logger.getLogger(OutageWatch.class);

    private final OutageReview review;

    OutageWatch(OutageReview review) {
        this.review = review;
    }

    void tick(Instant now) {
        each("cause", review.soughtCauses(), cause -> seek(cause, now));
        each("outage", review.withoutStalls(), outage -> review.end(outage, now));
        each("outage", review.untold(), outage -> review.tellAsItIs(outage, now));
    }

    void remind(Instant now) {
        each("outage", review.toRemindOf(now), outage -> review.remind(outage, now));
    }

    private void seek(String cause, Instant now) {
        review.seek(cause, now);
        for (List<UUID> joining = review.toJoin(cause); !joining.isEmpty(); joining = review.toJoin(cause)) {
            join(cause, joining, now);
        }
    }

    /** Where one of them cannot join, the others do all the same. */
    private void join(String cause, List<UUID> joining, Instant now) {
        try {
            review.join(cause, joining, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.warnf(
                    e, "%d stalls could not join the outage of %s together; they do one by one", joining.size(), cause);
            joining.forEach(stall -> joinAlone(cause, stall, now));
        }
    }

    private void joinAlone(String cause, UUID stall, Instant now) {
        try {
            review.join(cause, List.of(stall), now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.errorf(e, "Stall %s cannot join the outage of %s and is left out of it", stall, cause);
            review.leaveOut(stall);
        }
    }

    private static <T> void each(String what, List<T> all, Consumer<T> act) {
        for (T one : all) {
            try {
                act.accept(one);
            } catch (RuntimeException e) {
                throwIfOfDatabase(e);
                LOG.errorf(e, "The %s %s cannot be reviewed", what, one);
            }
        }
    }

    private static void throwIfOfDatabase(RuntimeException e) {
        if (DatabaseTrouble.isBehind(e)) {
            throw e;
        }
    }
}
