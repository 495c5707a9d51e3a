package no.synkvakt.cycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An engine that has sent heartbeats, so that its silence says something: what it does not report is not known. */
@Entity
@Table(name = "feed")
public class Feed {

    /** What has been quiet for so long has been caught up with. */
    private static final Duration WITHOUT_BACKLOG = Duration.ofSeconds(30);

    /** A backlog that never ends must not keep anybody in the blind. */
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(5);

    /** The CloudEvents source. */
    @Id
    public String source;

    /** When it was last heard: the receipt of any event of that source. */
    @Column(name = "seen_at", nullable = false)
    public Instant seenAt;

    /** Since when nothing is known; null while it is heard. */
    @Column(name = "blind_since")
    @Nullable
    public Instant blindSince;

    /** Whether the operator has been told so. */
    public boolean told;

    /** When it was heard again after that. */
    @Column(name = "back_at")
    @Nullable
    public Instant backAt;

    /** When it last reported something that had happened before it was back. */
    @Column(name = "backlog_at")
    @Nullable
    public Instant backlogAt;

    /** Whether it is heard. */
    public enum State {
        SEEN,
        SILENT,
        /** It is heard again, and reports what was missed. */
        CATCHING_UP;

        /**
         * How a source stands.
         *
         * @param blindSince since when nothing is known; null while it is heard
         * @param backAt when it was heard again after that; null when it has not been
         */
        public static State of(@Nullable Instant blindSince, @Nullable Instant backAt) {
            if (blindSince == null) {
                return SEEN;
            }
            return backAt == null ? SILENT : CATCHING_UP;
        }
    }

    public boolean isBlind() {
        return blindSince != null;
    }

    /** Whether the operator has to be told: it has been silent since that time or longer, and is still. */
    public boolean isToTell(Instant silentSince) {
        return isBlind() && !told && backAt == null && !seenAt.isAfter(silentSince);
    }

    /** Whether what it has to report has been heard by now. */
    public boolean hasCaughtUp(Instant now) {
        return isBlind() && hasCaughtUp(backAt, backlogAt, now);
    }

    /** It is heard, and known again. */
    public void seeAgain() {
        blindSince = null;
        told = false;
        backAt = null;
        backlogAt = null;
    }

    /**
     * Whether a backlog is over.
     *
     * @param backAt since when there has been one; null when there cannot be one yet
     * @param backlogAt when something of it came last; null when nothing did
     */
    public static boolean hasCaughtUp(@Nullable Instant backAt, @Nullable Instant backlogAt, Instant now) {
        if (backAt == null) {
            return false;
        }
        Instant last = backlogAt == null || backlogAt.isBefore(backAt) ? backAt : backlogAt;
        return !now.isBefore(last.plus(WITHOUT_BACKLOG)) || !now.isBefore(backAt.plus(LONGEST_BACKLOG));
    }
}
