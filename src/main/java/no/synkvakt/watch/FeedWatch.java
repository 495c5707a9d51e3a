package no.synkvakt.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import no.synkvakt.base.DatabaseTrouble;
import no.synkvakt.casework.FeedReview;
import org.jboss.logging.Logger;

/** The tick's part about engines that are not heard. */
@Singleton
class FeedWatch {

    private static final Logger LOG = Logger.getLogger(FeedWatch.class);

    private final FeedReview review;
    private volatile boolean judging = true;

    FeedWatch(FeedReview review) {
        this.review = review;
    }

    /**
     * Looks which engines are heard.
     *
     * @return whether owners may be judged; not while engines report what Synkvakt missed
     */
    boolean tick(Instant now) {
        boolean may = review.attend(now);
        if (may != judging) {
            judging = may;
            LOG.warn(
                    may
                            ? "Engines have caught up; owners are judged again"
                            : "Synkvakt was not watching for a while; nobody is judged until engines have caught up");
        }
        review.noteSilent(now);
        review.blind().forEach(source -> review(source, now));
        return may;
    }

    private void review(String source, Instant now) {
        try {
            review.review(source, now);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "The feed %s cannot be reviewed", source);
        }
    }
}
