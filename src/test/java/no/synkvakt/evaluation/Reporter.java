package no.synkvakt.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.evaluation.TrueNight.Heard;
import no.synkvakt.evaluation.TrueNight.Silence;

/** Tells of a cycle as an engine does: now and then a report is lost or late, and all of them wait while it is not heard. */
final class Reporter {

    private static final double LOST = 0.005;
    private static final double LATE = 0.01;
    private static final Duration USUALLY_LATE_BY = Duration.ofMinutes(5);

    private final int night;
    private final Instant next;
    private final Optional<Silence> silence;
    private final SplittableRandom random;
    private final List<Heard> heard = new ArrayList<>();

    Reporter(int night, Instant next, Optional<Silence> silence, SplittableRandom random) {
        this.night = night;
        this.next = next;
        this.silence = silence;
        this.random = random;
    }

    void cycleStarts(Instant at) {
        tell(EventType.CYCLE_STARTED, null, at);
    }

    void cycleCompletes(Instant at) {
        tell(EventType.CYCLE_COMPLETED, null, at);
    }

    void step(String step, Instant ready, Instant done, Optional<TrueStall> stall) {
        boolean beganInTime = stall.map(its -> its.from().isAfter(ready)).orElse(true);
        Instant began = beganInTime ? ready.plusSeconds(5) : done.minusSeconds(60);
        tell(EventType.STEP_STARTED, step, began.isBefore(done) ? began : ready);
        tell(EventType.STEP_COMPLETED, step, done);
    }

    List<Heard> heard() {
        heard.sort(Comparator.comparing(Heard::at));
        return heard;
    }

    private void tell(EventType type, String step, Instant at) {
        double luck = random.nextDouble();
        double lateBy = -Math.log(1 - random.nextDouble());
        if (luck < LOST) {
            return;
        }
        Instant sent = luck < LOST + LATE ? at.plusSeconds((long) (lateBy * USUALLY_LATE_BY.toSeconds())) : at;
        Instant arrived =
                silence.filter(one -> one.isAt(sent)).map(Silence::until).orElse(sent);
        if (at.isBefore(next) && arrived.isBefore(next)) {
            String id = night + "-" + heard.size() + "-" + type;
            heard.add(new Heard(new StepEvent("/engine", id, type, String.valueOf(night), step, at, null), arrived));
        }
    }
}
