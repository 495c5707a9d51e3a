package no.synkvakt.metrics;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Whether this replica does what it exists for: it is ready, which means that it ticks; what is due is seen; mails leave. */
@ApplicationScoped
class Wellbeing {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A tick that found a lot has more to do than one. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    /** A server that greylists takes a mail within this time. */
    private static final Duration UNSENT = Duration.ofMinutes(15);

    private final SmallRyeHealthReporter health;
    private final FiguresReader figures;
    private final Clock clock;

    Wellbeing(SmallRyeHealthReporter health, FiguresReader figures, Clock clock) {
        this.health = health;
        this.figures = figures;
        this.clock = clock;
    }

    /** The first thing that is not as it should be, in words for an operator; empty when all is well. */
    Optional<String> trouble() {
        SmallRyeHealth readiness = health.getReadinessAsync().await().atMost(PATIENCE);
        if (readiness.isDown()) {
            return Optional.of("it is not ready, see /q/health/ready");
        }
        try {
            return trouble(figures.read(clock.instant()));
        } catch (RuntimeException e) {
            return Optional.of("the database does not answer");
        }
    }

    private static Optional<String> trouble(Figures now) {
        if (Math.max(now.overdueCycle(), now.overdueStall()) > OVERDUE.toSeconds()) {
            return Optional.of("what is due has waited for more than %s".formatted(OVERDUE));
        }
        if (now.unsentNotice() > UNSENT.toSeconds()) {
            return Optional.of("a mail has waited for more than %s".formatted(UNSENT));
        }
        return Optional.empty();
    }
}
