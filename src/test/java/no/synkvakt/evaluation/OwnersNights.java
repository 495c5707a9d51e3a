package no.synkvakt.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import no.synkvakt.evaluation.Calamities.Outage;
import no.synkvakt.evaluation.TrueNight.Silence;
import no.synkvakt.evaluation.TrueStall.Kind;

/** The nights of one owner. */
final class OwnersNights {

    private static final double STALLS_PER_NIGHT = 5 / 365.0;
    private static final double SLOW_NIGHTS = 4 / 365.0;

    private final Watched owner;
    private final SplittableRandom random;
    private final List<StepHabits> habits;
    private final Duration cron;

    OwnersNights(Watched owner, SplittableRandom random) {
        this.owner = owner;
        this.random = random;
        habits = owner.places().stream()
                .map(place -> new StepHabits(place.configured(), place.selfService(), random))
                .toList();
        cron = Duration.ofMinutes(random.nextLong(0, 4 * 60));
    }

    TrueNight night(int number, LocalDate date, Calamities befall) {
        Instant start = Generator.at(date, cron).plusSeconds(random.nextLong(0, 120));
        Instant next = Generator.at(date.plusDays(1), cron);
        double slow = random.nextDouble() < SLOW_NIGHTS ? random.nextDouble(1.3, 3) : 1;
        int stalls = random.nextDouble() < STALLS_PER_NIGHT
                ? random.nextInt(owner.places().size())
                : -1;
        Optional<Silence> silence = befall.silence().filter(one -> one.engine() == owner.index() % Calamities.ENGINES);
        Reporter reporter = new Reporter(number, next, silence, random);
        Optional<TrueStall> stall = Optional.empty();
        Instant ready = start;
        reporter.cycleStarts(start);
        for (int place = 0; place < owner.places().size(); place++) {
            Duration takes = habits.get(place).takes(date, slow, random);
            int at = place;
            Instant since = ready;
            Optional<TrueStall> here = stall.isPresent()
                    ? Optional.empty()
                    : outage(place, ready, takes, next, befall.outage())
                            .or(
                                    place == stalls
                                            ? () -> Optional.of(stall(at, number, since, takes, next))
                                            : Optional::empty);
            Instant done = here.map(TrueStall::until).orElse(ready.plus(takes));
            reporter.step(owner.places().get(place).step(), ready, done, here);
            stall = here.isPresent() ? here : stall;
            ready = done;
        }
        reporter.cycleCompletes(ready);
        return new TrueNight(owner, start, next, reporter.heard(), stall, silence);
    }

    private Optional<TrueStall> outage(
            int place, Instant ready, Duration takes, Instant next, Optional<Outage> outage) {
        String step = owner.places().get(place).step();
        return outage.filter(down -> down.of().equals(owner.places().get(place).cause()))
                .filter(down -> random.nextDouble() < down.share())
                .filter(down ->
                        ready.isBefore(down.until()) && ready.plus(takes).isAfter(down.from()))
                .map(down -> new TrueStall(
                        step,
                        Kind.OUTAGE,
                        down.cause(),
                        ready.isAfter(down.from()) ? ready : down.from(),
                        earliest(down.until().plus(takes), next)));
    }

    private TrueStall stall(int place, int night, Instant ready, Duration takes, Instant next) {
        String step = owner.places().get(place).step();
        int cause = night * 1000 + owner.index();
        if (owner.places().get(place).selfService() && random.nextDouble() < 0.7) {
            return new TrueStall(step, Kind.FORGOTTEN, cause, ready, earliest(ready.plus(hours(8)), next));
        }
        if (random.nextBoolean()) {
            return new TrueStall(step, Kind.NEVER_STARTED, cause, ready, earliest(ready.plus(hours(5)), next));
        }
        Instant hung = ready.plusMillis((long) (takes.toMillis() * random.nextDouble()));
        return new TrueStall(step, Kind.HUNG, cause, hung, earliest(hung.plus(hours(5)), next));
    }

    /** Until somebody helps: about that many hours, log-normal with a spread of 0.5. */
    private Duration hours(double middle) {
        return Duration.ofSeconds(Math.round(3600 * middle * Math.exp(0.5 * random.nextGaussian())));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
