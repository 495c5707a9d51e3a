package no.synkvakt.evaluation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * How long one step of one owner takes when nothing is wrong: log-normal about a middle that has a slow night in the week,
 * grows, jumps to another level now and then, and bulges when school starts. The numbers are assumptions (no source gives
 * them), fixed before anything was learned from them.
 */
final class StepHabits {

    private static final double USUAL_SHARE_OF_CONFIGURED = 0.2;
    private static final double SPREAD_OF_OWNERS = 0.5;
    private static final double LEVEL_CHANGES_PER_NIGHT = 0.5 / 365;
    private static final double LEAST_SHARE = 0.02;

    private final double configured;
    private final double spread;
    private final double growthPerYear;
    private final double bulge;
    private final DayOfWeek slowDay;
    private final double slowFactor;
    private double middle;

    StepHabits(Duration configured, boolean ownClock, SplittableRandom random) {
        this.configured = configured.toSeconds();
        middle = this.configured * USUAL_SHARE_OF_CONFIGURED * Math.exp(SPREAD_OF_OWNERS * random.nextGaussian());
        spread = ownClock ? random.nextDouble(0.15, 0.5) : random.nextDouble(0.1, 0.35);
        growthPerYear = random.nextDouble(0, 0.3);
        bulge = random.nextDouble(0.2, 1.2);
        slowDay = DayOfWeek.of(random.nextInt(1, 8));
        slowFactor = random.nextDouble() < 1.0 / 3 ? random.nextDouble(1.3, 2) : 1;
    }

    /** What it takes in a night; {@code nightFactor} is what slows all of the owner's steps down then. */
    Duration takes(LocalDate night, double nightFactor, SplittableRandom random) {
        age(random);
        double factor = nightFactor * schoolStart(night) * (night.getDayOfWeek() == slowDay ? slowFactor : 1);
        return Duration.ofMillis(Math.round(1e3 * middle * factor * Math.exp(spread * random.nextGaussian())));
    }

    private void age(SplittableRandom random) {
        middle *= 1 + growthPerYear / 365;
        if (random.nextDouble() < LEVEL_CHANGES_PER_NIGHT) {
            double jump = random.nextDouble(0.3, 0.9) * (random.nextBoolean() ? 1 : -1);
            middle = Math.min(configured, Math.max(LEAST_SHARE * configured, middle * Math.exp(jump)));
        }
    }

    /** From 10 August on more and more, most on the 25th, and back to normal by 10 September. */
    private double schoolStart(LocalDate night) {
        long fromTop = Math.abs(ChronoUnit.DAYS.between(LocalDate.of(night.getYear(), Month.AUGUST, 25), night));
        return 1 + bulge * Math.max(0, 1 - fromTop / 16.0);
    }
}
