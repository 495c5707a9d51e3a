package no.synkvakt.board;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that what they show has changed, so that they fetch themselves anew.
 *
 * <ol>
 *   <li>A page carries the fingerprint of what it shows and names it when it begins to listen, so no change is missed.
 *   <li>However many listen, a replica looks once every two seconds, and not at all while nobody listens.
 *   <li>A browser that lost the connection comes back by itself, with the last fingerprint it was told.
 * </ol>
 */
@Singleton
class Live {

    /** The query parameter with the fingerprint of what a page shows. */
    static final String SEEN = "seen";

    /** The header that a browser comes back with. */
    static final String LAST = "Last-Event-ID";

    private static final Logger LOG = Logger.getLogger(Live.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Fingerprints fingerprints;
    private final Map<Topic, Integer> listeners = new ConcurrentHashMap<>();
    private final Multi<Map<Topic, String>> looks;

    Live(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.looks = Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> look())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** Where a page that is put together now is told of changes. */
    String address(String path, Topic topic) {
        return UriBuilder.fromPath(path)
                .queryParam(
                        SEEN,
                        Optional.ofNullable(fingerprints.of(Set.of(topic)).get(topic))
                                .orElse(""))
                .build()
                .toString();
    }

    /** @param seen the fingerprint of what the page shows */
    Multi<OutboundSseEvent> changes(Sse sse, Topic topic, @Nullable String seen) {
        Multi<OutboundSseEvent> changes = looks.map(
                        look -> Optional.ofNullable(look.get(topic)).orElse(""))
                .onOverflow()
                .drop()
                .filter(fingerprint -> !fingerprint.isEmpty())
                .skip()
                .repetitions()
                .filter(fingerprint -> !fingerprint.equals(seen))
                .map(fingerprint -> changed(sse, fingerprint));
        Multi<OutboundSseEvent> heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> heartbeat(sse));
        return Multi.createBy()
                .merging()
                .streams(heartbeat, changes)
                .onSubscription()
                .invoke(() -> listeners.merge(topic, 1, Integer::sum))
                .onTermination()
                .invoke(() -> listeners.computeIfPresent(topic, (same, count) -> count == 1 ? null : count - 1));
    }

    /** What cannot be looked at now is looked at next time; the listeners stay. */
    private Map<Topic, String> look() {
        try {
            return fingerprints.of(Set.copyOf(listeners.keySet()));
        } catch (RuntimeException e) {
            LOG.debug("The pages cannot be told of changes at the moment", e);
            return Map.of();
        }
    }

    private static OutboundSseEvent changed(Sse sse, String fingerprint) {
        return sse.newEventBuilder()
                .name("changed")
                .id(fingerprint)
                .data(fingerprint)
                .build();
    }

    /** Keeps the connection from being taken for dead on its way; the first opens it. */
    private static OutboundSseEvent heartbeat(Sse sse) {
        return sse.newEventBuilder().comment("listening").build();
    }
}
