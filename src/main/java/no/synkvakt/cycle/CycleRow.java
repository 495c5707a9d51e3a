package no.synkvakt.cycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import no.synkvakt.base.StoredJson;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as it is stored: the fold of its events, and when it is next to be looked at. Written whole, because Hibernate sends
 * updates together only if they are alike.
 */
@Entity
@Table(name = "cycle")
class CycleRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cycle_key")
    @SequenceGenerator(name = "cycle_key", sequenceName = "cycle_key", allocationSize = 50)
    @Nullable
    Long pk;

    @Column(nullable = false)
    String municipality;

    @Column(nullable = false)
    String id;

    @Column(nullable = false)
    CycleState state;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    /** Read when they are asked for: what cannot be read is folded anew from the events. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "steps", nullable = false)
    String storedSteps;

    @Column(name = "set_aside")
    @Nullable
    String setAside;

    /** Their ids, once they have been read; what becomes of the cycle later has the same. */
    @Transient
    @Nullable
    private List<String> chain;

    /** All of them, once they have been read or written. */
    @Transient
    @Nullable
    private List<StepRun> steps;

    /** A cycle of which there is no event yet. It is open only once it is seen to be the latest. */
    static CycleRow unseen(String municipality, String id) {
        CycleRow row = new CycleRow();
        row.municipality = municipality;
        row.id = id;
        row.state = CycleState.SUPERSEDED;
        return row;
    }

    CycleName name() {
        return new CycleName(municipality, id);
    }

    /** Whether it may be open though its state cannot be read. */
    boolean isUnsettled() {
        return state == null && completedAt == null;
    }

    boolean isSeen() {
        return pk != null;
    }

    boolean isOpen() {
        return state == CycleState.OPEN;
    }

    /** Of an open one: its state is written anew, since it may have been what could not be read. */
    void lookAgainAt(@Nullable Instant when) {
        dueAt = when;
        state = CycleState.OPEN;
        setAside = null;
    }

    /** A later one has begun. */
    void isFollowed() {
        state = CycleState.SUPERSEDED;
        dueAt = null;
    }

    void become(Cycle cycle) {
        startedAt = cycle.startedAt();
        completedAt = cycle.completedAt();
        steps = cycle.steps();
        storedSteps = StoredJson.write(steps);
        setAside = null;
        state = state == null ? CycleState.SUPERSEDED : state;
        if (completedAt != null) {
            state = CycleState.COMPLETED;
            dueAt = null;
        }
    }

    /** Its steps. Throws {@link java.io.UncheckedIOException} when they cannot be read. */
    List<StepRun> steps() {
        if (steps == null) {
            steps = StoredJson.readList(storedSteps, StepRun.class);
        }
        return steps;
    }

    /** The ids of its steps. Throws the same. Each report asks for them, and mostly for nothing else: only they are read. */
    List<String> chain() {
        if (chain == null) {
            chain = StoredJson.readList(storedSteps, InChain.class).stream()
                    .map(InChain::step)
                    .toList();
        }
        return chain;
    }

    /** A state that nobody knows gives away that the row is not to be trusted with its steps either. */
    @RegisterForReflection
    record InChain(String step, StepState state) {}

    Cycle cycle() {
        return new Cycle(municipality, id, startedAt, completedAt, steps());
    }
}
