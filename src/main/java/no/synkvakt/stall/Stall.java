package no.synkvakt.stall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.synkvakt.cycle.Trouble;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A cycle that stands still, from its detection until it is over. A municipality has at most one that is not resolved. */
@Entity
@Table(name = "stall")
public class Stall {

    @Id
    public UUID id;

    @Column(nullable = false)
    public String municipality;

    /** The cycle it was found in last; null when it is that no cycle began. */
    @Nullable
    public String cycle;

    /** The id of the step to blame; null when it is that no cycle began. */
    @Nullable
    public String step;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Verdict verdict;

    /** When the step was ready, or the cycle should have begun. */
    @Column(nullable = false)
    public Instant since;

    /** When the step should have been done, or the cycle begun at the latest; since somebody acted on it, when it should be done after that. */
    @Column(name = "due_at", nullable = false)
    public Instant dueAt;

    /** The latest due time of the step that has been judged: what is due no later raises nothing more. */
    @Column(name = "judged_until", nullable = false)
    public Instant judgedUntil;

    @Column(name = "detected_at", nullable = false)
    public Instant detectedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public StallState state;

    @Column(name = "resolved_at")
    @Nullable
    public Instant resolvedAt;

    /** When the clock hands it to support, unless the admin has acted before. */
    @Column(name = "escalate_at")
    @Nullable
    public Instant escalateAt;

    /** When whoever must act is reminded. */
    @Column(name = "remind_at")
    @Nullable
    public Instant remindAt;

    /** Until when somebody has asked to be left alone. */
    @Column(name = "quiet_until")
    @Nullable
    public Instant quietUntil;

    /** Until when nobody is told of it, since somebody asked for quiet of more than this one. */
    @Column(name = "silenced_until")
    @Nullable
    public Instant silencedUntil;

    /** When the watcher has to look at it: the earliest of what the clock does to it; null: never. */
    @Column(name = "act_at")
    @Nullable
    public Instant actAt;

    /** Why the clock cannot act on it, and tries it again later; null when it can. */
    @Column(name = "set_aside")
    @Nullable
    public String setAside;

    /** The stall of another step whose place this one took. */
    @Nullable
    public UUID replaces;

    /** {@link CommonCause#key()} of what it may share with other stalls; null when it is a matter of its owner's alone. */
    @Nullable
    public String cause;

    /** Whether others of the same cause have been looked for since it was raised. */
    @Column(name = "cause_sought", nullable = false)
    public boolean causeSought = true;

    /** The outage it is part of. */
    @Nullable
    public UUID outage;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    public Remedy remedy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    public Trouble trouble;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    public List<Act> acts;

    /**
     * A stall that has just been found.
     *
     * @param cycle the cycle it is found in; null when it is that none began
     */
    public static Stall of(String municipality, @Nullable String cycle, Finding finding, Remedy remedy, Instant now) {
        Stall stall = new Stall();
        stall.id = UUID.randomUUID();
        stall.municipality = municipality;
        stall.cycle = cycle;
        stall.step = finding.step();
        stall.since = finding.since();
        stall.dueAt = finding.dueAt();
        stall.detectedAt = now;
        stall.state = StallState.OPEN;
        stall.acts = List.of();
        stall.judge(cycle, finding, remedy);
        return stall;
    }

    /** Takes over a later finding of the same step. */
    public void judge(@Nullable String inCycle, Finding finding, Remedy itsRemedy) {
        cycle = inCycle;
        verdict = finding.verdict();
        trouble = finding.trouble();
        remedy = itsRemedy;
        judgedUntil = finding.dueAt();
        if (remedy.audience() == Audience.SUPPORT) {
            state = StallState.ESCALATED;
        }
    }

    /** Says what it may share with others. Where that is something else than before, it leaves the outage it was part of. */
    public void mayShare(@Nullable CommonCause with) {
        @Nullable String key = with == null ? null : with.key();
        if (!Objects.equals(cause, key)) {
            cause = key;
            causeSought = key == null;
            outage = null;
        }
    }

    /** Becomes part of the outage; from now on support is reminded of that, not of this stall. */
    public void join(UUID itsOutage) {
        outage = itsOutage;
        causeSought = true;
        remindAt = null;
        lookAgain();
    }

    /** Whether it is that no cycle began. */
    public boolean isMissedCycle() {
        return verdict == Verdict.MISSED;
    }

    public boolean isResolved() {
        return state == StallState.RESOLVED;
    }

    /** Whether somebody, or the clock, handed it to support although the admin could act. */
    public boolean wasHandedOver() {
        return acts.stream().anyMatch(act -> act.kind() == Act.Kind.ESCALATED);
    }

    /** The last time that somebody said to have acted. */
    public Optional<Instant> lastAcknowledged() {
        return lastAct(Act.Kind.ACKNOWLEDGED).map(Act::at);
    }

    /** Whether it is on record already that somebody has acted, with the same note or without one, and nothing came after. */
    public boolean isSaid(@Nullable String note) {
        return lastAct(Act.Kind.ACKNOWLEDGED)
                .filter(said -> state == StallState.ACKNOWLEDGED || said.equals(acts.get(acts.size() - 1)))
                .filter(said -> note == null || note.equals(said.note()))
                .isPresent();
    }

    /** The last time that was done. */
    private Optional<Act> lastAct(Act.Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).reduce((earlier, later) -> later);
    }

    /** The label of the step whose stall took this one's place; null when none did. */
    public @Nullable String replacedBy() {
        return acts.stream()
                .filter(act -> act.kind() == Act.Kind.REPLACED)
                .map(Act::note)
                .findFirst()
                .orElse(null);
    }

    public void resolve(Act act) {
        state = StallState.RESOLVED;
        resolvedAt = act.at();
        record(act);
        lookAgain();
    }

    /** Whether the clock hands it to support now: the admin could have acted, and has not. */
    public boolean isToEscalate(Instant now) {
        return state == StallState.OPEN && isPast(escalateAt, now) && !isQuiet(now);
    }

    /** Whether whoever must act is to be reminded now. Nobody must while it is seen whether what was done helps. */
    public boolean isToRemind(Instant now) {
        return (state == StallState.OPEN || state == StallState.ESCALATED) && isPast(remindAt, now) && !isQuiet(now);
    }

    /** Whether it is time to say that what the admin did has not helped: it has had the step's time, and that is over. */
    public boolean hasNotHelped(Instant now) {
        return state == StallState.ACKNOWLEDGED && isPast(dueAt, now) && !isQuiet(now);
    }

    /** When the clock will hand it to support; null when it will not. */
    public @Nullable Instant escalatesAt() {
        return state == StallState.OPEN && escalateAt != null ? afterQuiet(escalateAt) : null;
    }

    /** Until when it is seen whether what somebody did helps; null when nobody waits for that. */
    public @Nullable Instant waitsUntil() {
        return state == StallState.ACKNOWLEDGED ? afterQuiet(dueAt) : null;
    }

    /** When something that is due at the time given is done: then, or when the quiet is over. */
    public Instant afterQuiet(Instant due) {
        return quietEnd().filter(end -> end.isAfter(due)).orElse(due);
    }

    /** Sets when the watcher has to look at it next, by its state and times. One that was set aside is no longer. */
    public void lookAgain() {
        @Nullable
        Instant next =
                switch (state) {
                    case OPEN -> earliest(escalateAt, remindAt);
                    case ESCALATED -> remindAt;
                    case ACKNOWLEDGED, RESOLVED -> null;
                };
        actAt = next == null ? null : afterQuiet(next);
        setAside = null;
    }

    /** The same, but nobody looks while the owner's due times are parked. */
    public void lookAgain(boolean parked) {
        lookAgain();
        actAt = parked ? null : actAt;
    }

    private boolean isQuiet(Instant now) {
        return quietEnd().filter(end -> end.isAfter(now)).isPresent();
    }

    /** When the last quiet ends that was asked for, of this stall or of more than this one. */
    public Optional<Instant> quietEnd() {
        return Stream.of(Optional.ofNullable(quietUntil), Optional.ofNullable(silencedUntil))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** When a mail may go that may go at the time given otherwise. */
    public Instant afterSilence(Instant sendAt) {
        return silencedUntil != null && silencedUntil.isAfter(sendAt) ? silencedUntil : sendAt;
    }

    private static boolean isPast(@Nullable Instant time, Instant now) {
        return time != null && !time.isAfter(now);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    public void record(Act act) {
        List<Act> longer = new ArrayList<>(acts);
        longer.add(act);
        acts = List.copyOf(longer);
    }
}
