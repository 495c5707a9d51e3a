package no.synkvakt.stall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.synkvakt.municipality.Sis;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Several stalls that came together and so, most likely, have one cause. Of one cause there is one at a time. */
@Entity
@DynamicUpdate
@Table(name = "outage")
public class Outage {

    @Id
    public UUID id;

    /** {@link CommonCause#key()}. */
    @Column(nullable = false)
    public String cause;

    /** The id of the step that all of them wait for. */
    @Column(nullable = false)
    public String step;

    /** The student information system that all of them import from; null where it does not matter. */
    @Nullable
    public Sis sis;

    /** When its first stall was detected: later ones of the same cause join it. */
    @Column(nullable = false)
    public Instant since;

    @Column(name = "formed_at", nullable = false)
    public Instant formedAt;

    /** When none of its stalls was left; null while it lasts. */
    @Column(name = "over_at")
    @Nullable
    public Instant overAt;

    /** When support is reminded of it; null once it is over. */
    @Column(name = "remind_at")
    @Nullable
    public Instant remindAt;

    public static Outage of(CommonCause cause, Instant since, Instant now, Instant remindAt) {
        Outage outage = new Outage();
        outage.id = UUID.randomUUID();
        outage.cause = cause.key();
        outage.step = cause.step();
        outage.sis = cause.sis();
        outage.since = since;
        outage.formedAt = now;
        outage.remindAt = remindAt;
        return outage;
    }

    /** What of it cannot be read; empty when all can. */
    public Optional<String> unreadable() {
        return sis == null && cause.indexOf('/') >= 0 ? Optional.of("sis") : Optional.empty();
    }

    public boolean isOver() {
        return overAt != null;
    }

    public void end(Instant now) {
        overAt = now;
        remindAt = null;
    }
}
