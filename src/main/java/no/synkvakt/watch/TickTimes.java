package no.synkvakt.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.synkvakt.casework.StallNews;

/** How the watcher keeps up, for Prometheus: there from the start, so that the first of each is seen as an increase. */
@Startup
@Singleton
class TickTimes {

    private static final Duration[] STEPS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private final MeterRegistry registry;
    private final Timer done;
    private final Timer broken;
    private final Timer lag;
    private volatile double lastTick;

    TickTimes(MeterRegistry registry) {
        this.registry = registry;
        done = tick("done");
        broken = tick("broken");
        lag = Timer.builder("synkvakt.detection.lag")
                .description("From the moment a step was due to the moment it was found late")
                .serviceLevelObjectives(STEPS)
                .register(registry);
        Gauge.builder("synkvakt.last.tick.timestamp", () -> lastTick)
                .description("When the last tick that ended well began, in seconds since 1970; 0 before the first")
                .baseUnit("seconds")
                .register(registry);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void end(Timer.Sample tick, Instant begun) {
        tick.stop(done);
        lastTick = begun.getEpochSecond();
    }

    void breakOff(Timer.Sample tick) {
        tick.stop(broken);
    }

    void detected(@Observes(during = TransactionPhase.AFTER_SUCCESS) StallNews news) {
        Optional.ofNullable(news.lag()).ifPresent(lag::record);
    }

    private Timer tick(String outcome) {
        return Timer.builder("synkvakt.tick")
                .description("How long a tick took, and whether it could do all its work")
                .tag("outcome", outcome)
                .register(registry);
    }
}
