package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.synkvakt.base.DatabaseTrouble;
import org.jboss.logging.Logger;

/** Goes round to all whom a silence touches, some at a time. Broken off, it is done again by the next tick. */
@Singleton
public class SilenceRounds {

    private static final Logger LOG = Logger.getLogger(SilenceRounds.class);

    private final SilenceReview review;

    SilenceRounds(SilenceReview review) {
        this.review = review;
    }

    /** Applies what has begun, or been ended, since the last time. */
    public void go(Instant now) {
        for (UUID silence : review.toApply(now)) {
            String after = "";
            for (List<String> batch = review.touched(silence, after); !batch.isEmpty(); ) {
                apply(batch, now);
                after = batch.get(batch.size() - 1);
                batch = review.touched(silence, after);
            }
            review.applied(silence, now);
        }
    }

    /** Where it cannot be applied to one, the others have it all the same. */
    private void apply(List<String> municipalities, Instant now) {
        try {
            review.apply(municipalities, now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            municipalities.forEach(municipality -> applyAlone(municipality, now));
        }
    }

    private void applyAlone(String municipality, Instant now) {
        try {
            review.apply(List.of(municipality), now);
        } catch (RuntimeException e) {
            throwIfOfDatabase(e);
            LOG.errorf(e, "A silence could not be applied to %s", municipality);
        }
    }

    private static void throwIfOfDatabase(RuntimeException e) {
        if (DatabaseTrouble.isBehind(e)) {
            throw e;
        }
    }
}
