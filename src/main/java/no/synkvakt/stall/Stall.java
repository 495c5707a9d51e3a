package no.synkvakt.stall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.cycle.Trouble;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A cycle that stands still, from its detection until it is over. A municipality has at most one that is not resolved. */
@Entity
@DynamicUpdate
@Table(name = "stall")
public class Stall extends StallClock {

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

    @Column(nullable = false)
    public Verdict verdict;

    /** When the step was ready, or the cycle should have begun. */
    @Column(nullable = false)
    public Instant since;

    /** The latest due time of the step that has been judged: what is due no later raises nothing more. */
    @Column(name = "judged_until", nullable = false)
    public Instant judgedUntil;

    @Column(name = "detected_at", nullable = false)
    public Instant detectedAt;

    @Column(name = "resolved_at")
    @Nullable
    public Instant resolvedAt;

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

    /** What of it cannot be read; empty when all can. What the engine said only explains, and may be missing. */
    public Optional<String> unreadable() {
        return isWhole() ? Optional.empty() : Optional.of(broken());
    }

    private boolean isWhole() {
        return verdict != null && state != null && hasWholeRemedy() && hasWholeActs();
    }

    private boolean hasWholeRemedy() {
        return remedy != null && remedy.isWhole();
    }

    private boolean hasWholeActs() {
        return acts != null && acts.stream().allMatch(Act::isWhole);
    }

    private String broken() {
        Map<String, @Nullable Object> needed = new LinkedHashMap<>();
        needed.put("verdict", verdict);
        needed.put("state", state);
        needed.put("remedy", hasWholeRemedy() ? remedy : null);
        needed.put("acts", hasWholeActs() ? acts : null);
        return needed.entrySet().stream()
                .filter(column -> column.getValue() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** Itself. Throws {@link UnreadableRow} when it cannot be read: nothing is decided on half of it. */
    public Stall readable() {
        unreadable().ifPresent(broken -> {
            throw new UnreadableRow(UnreadableRow.Kind.STALL, id.toString(), broken);
        });
        return this;
    }

    public void record(Act act) {
        List<Act> longer = new ArrayList<>(acts);
        longer.add(act);
        acts = List.copyOf(longer);
    }
}
