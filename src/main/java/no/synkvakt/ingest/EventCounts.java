package no.synkvakt.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.base.FieldError;
import no.synkvakt.casework.Ping;

/**
 * Counts events by what became of them, those refused by the field at fault. Fields that are not known here are counted
 * together: what a client writes must not make series.
 */
@Startup
@Singleton
class EventCounts {

    private static final List<String> REASONS = List.of(
            "(event)", "specversion", "id", "source", "type", "subject", "time", "data", "data.cycle", "data.step");

    private final Map<String, Counter> rejected = new HashMap<>();
    private final Counter accepted;
    private final Counter duplicate;
    private final Counter other;

    EventCounts(MeterRegistry registry) {
        accepted = counter(registry, "accepted", "none");
        duplicate = counter(registry, "duplicate", "none");
        other = counter(registry, "rejected", "other");
        REASONS.forEach(reason -> rejected.put(reason, counter(registry, "rejected", reason)));
    }

    void count(EventsAnswer answer) {
        accepted.increment(answer.accepted());
        duplicate.increment(answer.duplicates());
        answer.rejected().forEach(rejection -> rejection.problem().errors().forEach(this::refused));
    }

    /** A ping is an event too; a repeat that changes nothing is a duplicate. */
    void count(Ping.Answer ping) {
        (ping.changed() ? accepted : duplicate).increment();
    }

    private void refused(FieldError error) {
        rejected.getOrDefault(error.field(), other).increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome, String reason) {
        return Counter.builder("synkvakt.events")
                .description("Events by what became of them; of those rejected, the field at fault")
                .tags("outcome", outcome, "reason", reason)
                .register(registry);
    }
}
