package no.synkvakt.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import no.synkvakt.base.UnreadableRows;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows the figures to Prometheus. They are read by a timer and not when Prometheus asks, so that a slow database cannot hold
 * up the rest of the answer. While they cannot be read they are unknown ({@code NaN}), not what they were before;
 * {@code synkvakt_database_up} tells. Each replica shows the same: rules take the maximum.
 */
@Startup
@ApplicationScoped
public class Gauges {

    private static final Logger LOG = Logger.getLogger(Gauges.class);
    private static final String SET_ASIDE = "synkvakt.set.aside";
    private static final String SET_ASIDE_MEANS =
            "Rows that cannot be processed: open cycles, open stalls, their notices, silences; and any that this replica could not read of late";

    private final FiguresReader reader;
    private final Clock clock;
    private final MeterRegistry registry;
    private final MultiGauge openStalls;
    private volatile @Nullable Figures last;

    Gauges(FiguresReader reader, UnreadableRows unreadable, Clock clock, MeterRegistry registry) {
        this.reader = reader;
        this.clock = clock;
        this.registry = registry;
        this.openStalls = MultiGauge.builder("synkvakt.open.stalls")
                .description("Open stalls, by the step to blame and the verdict")
                .register(registry);
        String waits = "How long what is due longest has waited for the watcher";
        age("synkvakt.oldest.overdue", waits, Tags.of("kind", "cycle"), Figures::overdueCycle);
        age("synkvakt.oldest.overdue", waits, Tags.of("kind", "stall"), Figures::overdueStall);
        age(
                "synkvakt.oldest.unsent.notice",
                "How long the oldest notice that may be sent has not been",
                Tags.empty(),
                Figures::unsentNotice);
        age("synkvakt.engine.silence", "Since the last event of any engine", Tags.empty(), Figures::engineSilence);
        gauge(
                        "synkvakt.feeds.silent",
                        "Engines that the operator has been told are silent",
                        Tags.empty(),
                        Figures::feedsSilent)
                .register(registry);
        gauge(
                        "synkvakt.owners.unheard",
                        "School owners whose engine is not heard, so that nothing is claimed of them",
                        Tags.empty(),
                        Figures::ownersUnheard)
                .register(registry);
        gauge(
                        "synkvakt.feeds.failing",
                        "Engine databases whose last look showed nothing",
                        Tags.empty(),
                        Figures::feedsFailing)
                .register(registry);
        gauge(
                        "synkvakt.rows.set.aside",
                        "Rows of the last looks at engine databases that could not be taken",
                        Tags.empty(),
                        Figures::rowsSetAside)
                .register(registry);
        gauge(SET_ASIDE, SET_ASIDE_MEANS, Tags.of("kind", "cycle"), Figures::cyclesSetAside)
                .register(registry);
        gauge(SET_ASIDE, SET_ASIDE_MEANS, Tags.of("kind", "stall"), Figures::stallsSetAside)
                .register(registry);
        gauge(SET_ASIDE, SET_ASIDE_MEANS, Tags.of("kind", "silence"), Figures::silencesSetAside)
                .register(registry);
        Gauge.builder(SET_ASIDE, unreadable::count)
                .description(SET_ASIDE_MEANS)
                .tags(Tags.of("kind", "unreadable"))
                .register(registry);
        gauge(SET_ASIDE, SET_ASIDE_MEANS, Tags.of("kind", "notice"), Figures::noticesGivenUp)
                .register(registry);
        gauge("synkvakt.open.outages", "Outages that last", Tags.empty(), Figures::openOutages)
                .register(registry);
        gauge("synkvakt.outage.owners", "School owners whose stall is part of one", Tags.empty(), Figures::outageOwners)
                .register(registry);
        Gauge.builder("synkvakt.database.up", () -> last == null ? 0 : 1)
                .description("Whether the figures of the database could be read last time (1) or not (0)")
                .register(registry);
    }

    /** Reads the figures anew. */
    @Scheduled(
            every = "{synkvakt.metrics.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "metrics")
    public void refresh() {
        Instant now = clock.instant();
        try {
            show(reader.read(now));
        } catch (RuntimeException e) {
            LOG.warnf("The figures for the metrics cannot be read: %s", e.getMessage());
            last = null;
            openStalls.register(List.of(), true);
        }
    }

    private void show(Figures figures) {
        last = figures;
        openStalls.register(
                figures.openStalls().stream()
                        .map(open -> MultiGauge.Row.of(
                                Tags.of("step", open.step(), "verdict", open.verdict()), open.count()))
                        .toList(),
                true);
    }

    private void age(String name, String description, Tags tags, ToDoubleFunction<Figures> figure) {
        gauge(name, description, tags, figure).baseUnit("seconds").register(registry);
    }

    private Gauge.Builder<?> gauge(String name, String description, Tags tags, ToDoubleFunction<Figures> figure) {
        return Gauge.builder(name, () -> value(figure)).description(description).tags(tags);
    }

    private double value(ToDoubleFunction<Figures> figure) {
        Figures known = last;
        return known == null ? Double.NaN : figure.applyAsDouble(known);
    }
}
