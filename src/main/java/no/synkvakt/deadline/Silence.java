package no.synkvakt.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** For a time, somebody wants it quiet: of one municipality or all, of one step or all. */
@Entity
@Table(name = "silence")
@SQLRestriction("kind in ('SILENCE', 'MAINTENANCE')")
public class Silence {

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Kind kind;

    /** The id of the municipality it is of; null for all. */
    @Nullable
    public String municipality;

    /** The id of the step it is of; null for all, and for cycles that do not begin. */
    @Nullable
    public String step;

    @Column(name = "from_at", nullable = false)
    public Instant from;

    @Column(name = "until_at", nullable = false)
    public Instant until;

    /** Why, for whoever wonders. */
    @Nullable
    public String reason;

    @Column(name = "made_by", nullable = false)
    public String madeBy;

    @Column(name = "made_at", nullable = false)
    public Instant madeAt;

    /** When somebody ended it early. */
    @Column(name = "ended_at")
    @Nullable
    public Instant endedAt;

    @Column(name = "ended_by")
    @Nullable
    public String endedBy;

    /** When the watcher has to apply it to what is open; null when there is nothing to apply. */
    @Column(name = "apply_at")
    @Nullable
    public Instant applyAt;

    /** What is kept quiet. */
    public enum Kind {
        /** Stalls are found and shown, and nobody is mailed of them before the end. */
        SILENCE,
        /** Work is planned: the time does not count, and nothing becomes overdue before the end. */
        MAINTENANCE
    }

    /** How far it is. */
    public enum State {
        PLANNED,
        ACTIVE,
        OVER
    }

    /** Its end: the one that was planned, or an earlier one. */
    public Instant end() {
        return endedAt != null && endedAt.isBefore(until) ? endedAt : until;
    }

    public State state(Instant now) {
        if (!end().isAfter(now)) {
            return State.OVER;
        }
        return from.isAfter(now) ? State.PLANNED : State.ACTIVE;
    }

    /** Whether it is of that step of that municipality. */
    public boolean covers(String itsMunicipality, @Nullable String itsStep) {
        return (municipality == null || municipality.equals(itsMunicipality)) && (step == null || step.equals(itsStep));
    }

    /** Somebody ends it. What is open has to be looked at again. */
    public void end(Instant now, String by) {
        endedAt = now;
        endedBy = by;
        applyAt = now;
    }
}
