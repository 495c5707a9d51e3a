package no.synkvakt.board;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that what they show has changed, so that they fetch themselves anew.
 *
 * <ol>
 *   <li>A page carries the fingerprint of what it shows and names it when it begins to listen, so no change is missed.
 *   <li>However many listen, a replica looks once every two seconds, and not at all while nobody listens.
 *   <li>A browser that lost the connection comes back by itself, with the last fingerprint it was told.
 *   <li>Nobody listens for longer than they may look at the page.
 * </ol>
 */
@Startup
@Singleton
class Live {

    /** The query parameter with the fingerprint of what a page shows. */
    static final String SEEN = "seen";

    /** The header that a browser comes back with. */
    static final String LAST = "Last-Event-ID";

    private static final String EVERY = "synkvakt.live.every";
    private static final Duration LEAST = Duration.ofMillis(100);

    private static final Logger LOG = Logger.getLogger(Live.class);

    private final Fingerprints fingerprints;
    private final Clock clock;
    private final Duration every;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable Cancellable ticks;

    /** @throws IllegalArgumentException when looks would come one upon another */
    Live(Fingerprints fingerprints, Clock clock, @ConfigProperty(name = EVERY) Duration every) {
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.every = checked(every);
    }

    @PostConstruct
    void begin() {
        ticks = Multi.createFrom()
                .ticks()
                .every(every)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(tick -> look());
    }

    @PreDestroy
    void end() {
        if (ticks != null) {
            ticks.cancel();
        }
    }

    private static Duration checked(Duration every) {
        if (every.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(EVERY + " = " + every + "; accepted: at least " + LEAST);
        }
        return every;
    }

    /** What there was to see at one time. */
    record Look(Instant at, Map<Topic, String> fingerprints) {}

    /** Where a page that is put together now is told of changes. */
    String address(String path, Topic topic) {
        return address(path, fingerprints.of(topic));
    }

    /** The same of a page that shows what has that fingerprint. */
    static String address(String path, String fingerprint) {
        return UriBuilder.fromPath(path).queryParam(SEEN, fingerprint).build().toString();
    }

    /** @param seen the fingerprint of what the page shows */
    Multi<OutboundSseEvent> changes(Sse sse, Topic topic, @Nullable String seen) {
        return changes(sse, topic, seen, Instant.MAX);
    }

    /**
     * @param seen the fingerprint of what the page shows
     * @param until when the one who listens may do so no longer
     */
    Multi<OutboundSseEvent> changes(Sse sse, Topic topic, @Nullable String seen, Instant until) {
        return Multi.createFrom()
                .emitter(page -> listen(new Listener(sse, topic, seen, until, page)), BackPressureStrategy.BUFFER);
    }

    /** How many listen. */
    int listeners() {
        return listeners.size();
    }

    /** What cannot be looked at now is looked at next time; the listeners stay. */
    void look() {
        Set<Topic> topics = listeners.stream().map(Listener::topic).collect(Collectors.toSet());
        if (topics.isEmpty()) {
            return;
        }
        Look look = new Look(clock.instant(), fingerprintsOf(topics));
        listeners.forEach(listener -> listener.hear(look));
    }

    private void listen(Listener listener) {
        listener.begin(clock.instant());
        listeners.add(listener);
        listener.onEnd(() -> listeners.remove(listener));
    }

    private Map<Topic, String> fingerprintsOf(Set<Topic> topics) {
        try {
            return fingerprints.of(topics);
        } catch (RuntimeException e) {
            LOG.debug("The pages cannot be told of changes at the moment", e);
            return Map.of();
        }
    }
}
