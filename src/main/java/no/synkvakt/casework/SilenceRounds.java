package no.synkvakt.casework;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.deadline.Silence;
import org.jboss.logging.Logger;

/** Goes round to all whom a silence touches, some at a time. Broken off, it is done again by the next tick. */
@Singleton
public class SilenceRounds {

    private static final Logger LOG = Logger.getLogger(SilenceRounds.class);

    private final SilenceReview review;
    private final OutageReview outages;

    SilenceRounds(SilenceReview review, OutageReview outages) {
        this.review = review;
        this.outages = outages;
    }

    /** Applies what has begun, or been ended, since the last time. */
    public void go(Instant now) {
        for (Silence silence : review.toApply(now)) {
            String after = "";
            for (List<String> batch = review.touched(silence.id, after); !batch.isEmpty(); ) {
                apply(batch, now);
                after = batch.get(batch.size() - 1);
                batch = review.touched(silence.id, after);
            }
            if (silence.kind == Silence.Kind.SILENCE && silence.municipality == null) {
                outages.silence(now);
            }
            review.applied(silence);
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
