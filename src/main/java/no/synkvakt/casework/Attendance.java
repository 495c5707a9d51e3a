package no.synkvakt.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import no.synkvakt.cycle.Feed;
import org.jspecify.annotations.Nullable;

/** When Synkvakt itself was watching, whichever replica did. */
@Entity
@Table(name = "attendance")
class Attendance {

    @Id
    boolean one = true;

    /** When the watcher last looked. */
    @Column(name = "ticked_at", nullable = false)
    Instant tickedAt;

    /** Since when it has looked without a break. */
    @Column(name = "up_since", nullable = false)
    Instant upSince;

    /** When it looked again after a break; null once engines have had the time to report what it missed. */
    @Column(name = "back_at")
    @Nullable
    Instant backAt;

    /** When something came last that had happened before that. */
    @Column(name = "backlog_at")
    @Nullable
    Instant backlogAt;

    boolean hasCaughtUp(Instant now) {
        return Feed.hasCaughtUp(backAt, backlogAt, now);
    }
}
