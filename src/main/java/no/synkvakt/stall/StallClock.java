package no.synkvakt.stall;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The times of a stall: what the clock does to it, and until when it is to leave it alone. */
@MappedSuperclass
public abstract class StallClock {

    @Column(nullable = false)
    public StallState state;

    /** When the step should have been done, or the cycle begun at the latest; since somebody acted on it, when it should be done after that. */
    @Column(name = "due_at", nullable = false)
    public Instant dueAt;

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

    public boolean isResolved() {
        return state == StallState.RESOLVED;
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
}
