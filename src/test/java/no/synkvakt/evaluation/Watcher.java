package no.synkvakt.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.CycleFold;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.StepRun;
import no.synkvakt.cycle.StepState;
import no.synkvakt.evaluation.TrueNight.Heard;
import no.synkvakt.stall.Diagnosis;

/** Watches one owner's nights as Synkvakt does: the fold of what was heard until then, judged at each tick. */
final class Watcher {

    private static final long TICK_SECONDS = 10;
    private static final Duration SILENT_AFTER = Duration.ofMinutes(10);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(30);

    private final Watched owner;
    private final Memory memory;

    Watcher(Watched owner, Limits limits) {
        this.owner = owner;
        memory = new Memory(limits, owner);
    }

    /** The night's alarms, at most one of each step. What the night was teaches for the next. */
    List<Alarm> watch(TrueNight night) {
        if (night.heard().isEmpty()) {
            return List.of();
        }
        Cycle end = fold(night, night.heard().size());
        List<Alarm> alarms = isPlain(night, end) ? List.of() : alarms(night);
        Set<String> stalled = new HashSet<>();
        alarms.forEach(alarm -> stalled.add(alarm.place().step()));
        memory.learn(end, stalled);
        return alarms;
    }

    /** Whether nothing can have been called late on the way: all was done, and heard to be, before it was due. */
    private static boolean isPlain(TrueNight night, Cycle end) {
        Duration latest = night.heard().stream()
                .map(heard -> Duration.between(heard.event().time(), heard.at()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return end.steps().stream()
                .allMatch(run -> !run.isOpen()
                        && Objects.requireNonNull(run.finishedAt())
                                .plus(latest)
                                .isBefore(Objects.requireNonNull(run.dueAt())));
    }

    private List<Alarm> alarms(TrueNight night) {
        List<Alarm> alarms = new ArrayList<>();
        Set<String> called = new HashSet<>();
        for (int heard = 1; heard <= night.heard().size(); heard++) {
            Cycle cycle = fold(night, heard);
            Instant since = night.heard().get(heard - 1).at();
            Instant until =
                    heard < night.heard().size() ? night.heard().get(heard).at() : night.next();
            int known = heard;
            cycle.current()
                    .filter(run -> run.state() == StepState.CURRENT && !called.contains(run.step()))
                    .map(run -> looksAt(run, since, night))
                    .filter(tick -> tick.isBefore(until))
                    .flatMap(
                            tick -> Diagnosis.at(tick, cycle).map(finding -> alarm(night, known, finding.step(), tick)))
                    .ifPresent(alarm -> {
                        called.add(alarm.place().step());
                        alarms.add(alarm);
                    });
        }
        return alarms;
    }

    /** The first tick at which the step is due and the engine is heard. */
    private static Instant looksAt(StepRun current, Instant since, TrueNight night) {
        Instant due = Objects.requireNonNull(current.dueAt());
        Instant from = due.isAfter(since) ? due : since;
        long ticks = -Math.floorDiv(-from.getEpochSecond() - (from.getNano() > 0 ? 1 : 0), TICK_SECONDS);
        Instant tick = Instant.ofEpochSecond(ticks * TICK_SECONDS);
        return night.silence()
                .filter(silence -> !tick.isBefore(silence.from().plus(SILENT_AFTER)))
                .map(silence -> silence.until().plus(AFTER_SILENCE))
                .filter(seeing -> seeing.isAfter(tick))
                .orElse(tick);
    }

    private Alarm alarm(TrueNight night, int known, String step, Instant at) {
        Instant until = night.next();
        for (int heard = known + 1; heard <= night.heard().size(); heard++) {
            if (fold(night, heard).step(step).filter(StepRun::isOpen).isEmpty()) {
                until = night.heard().get(heard - 1).at();
                break;
            }
        }
        Watched.Place place = owner.places().stream()
                .filter(each -> each.step().equals(step))
                .findFirst()
                .orElseThrow();
        Optional<TrueStall> right = night.stall().filter(stall -> stall.step().equals(step) && stall.isAt(at));
        return new Alarm(owner, place, at, until, right);
    }

    private Cycle fold(TrueNight night, int heard) {
        List<StepEvent> events =
                night.heard().subList(0, heard).stream().map(Heard::event).toList();
        return CycleFold.fold(
                owner.municipality().id(),
                events.get(0).cycle(),
                owner.municipality().steps(),
                events,
                (step, readyAt) -> memory.of(step));
    }
}
