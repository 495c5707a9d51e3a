package no.synkvakt.watch;

import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while it ticks: the last tick began no longer than three intervals ago. */
@Readiness
@ApplicationScoped
class TickCheck implements HealthCheck {

    private static final int INTERVALS = 3;

    private final Watch watch;
    private final Clock clock;
    private final Duration longest;

    TickCheck(Watch watch, Clock clock, @ConfigProperty(name = "synkvakt.watch.every") String every) {
        this.watch = watch;
        this.clock = clock;
        this.longest = DurationConverter.parseDuration(every).multipliedBy(INTERVALS);
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Instant> last = watch.lastTick();
        boolean ticks = last.filter(tick -> !tick.isBefore(clock.instant().minus(longest)))
                .isPresent();
        return HealthCheckResponse.named("tick")
                .status(ticks)
                .withData("lastTick", last.map(Instant::toString).orElse("none yet"))
                .withData("longestPause", longest.toString())
                .build();
    }
}
