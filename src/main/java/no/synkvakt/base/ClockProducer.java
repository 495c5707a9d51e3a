package no.synkvakt.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The only place that reads the system's clock; everything else gets time injected or as an argument. */
@ApplicationScoped
public class ClockProducer {

    /** Ticks in microseconds, the precision that PostgreSQL keeps: what is written is what is read back. */
    private static final Duration PRECISION = Duration.ofNanos(1000);

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
