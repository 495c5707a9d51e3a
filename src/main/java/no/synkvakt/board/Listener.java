package no.synkvakt.board;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One page that is told of changes: what it knows, and when it last heard anything. Looks reach it one after another. */
final class Listener {

    /** Ways to the browser take a connection that is silent for long for dead, many of them after 30 or 60 seconds. */
    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(20);

    private final Sse sse;
    private final Topic topic;
    private final Instant until;
    private final MultiEmitter<? super OutboundSseEvent> page;
    private @Nullable String seen;
    private Instant heard = Instant.MIN;

    /**
     * @param seen the fingerprint of what the page shows
     * @param until when it may listen no longer
     * @param page where it is told
     */
    Listener(Sse sse, Topic topic, @Nullable String seen, Instant until, MultiEmitter<? super OutboundSseEvent> page) {
        this.sse = sse;
        this.topic = topic;
        this.seen = seen;
        this.until = until;
        this.page = page;
    }

    Topic topic() {
        return topic;
    }

    /** The connection is open once something has come over it. */
    void begin(Instant now) {
        tell(now, sse.newEventBuilder().comment("listening").build());
    }

    void onEnd(Runnable forget) {
        page.onTermination(forget);
    }

    /**
     * Tells the page that something has changed, else that it is still listened to when it has heard nothing for long. One
     * that has not taken yet what it was told last is told by a later look.
     */
    void hear(Live.Look look) {
        @Nullable String fingerprint = look.fingerprints().get(topic);
        if (!look.at().isBefore(until)) {
            page.complete();
        } else if (page.requested() > 0) {
            if (fingerprint != null && !fingerprint.isEmpty() && !Objects.equals(fingerprint, seen)) {
                seen = fingerprint;
                tell(look.at(), changed(fingerprint));
            } else if (!look.at().isBefore(heard.plus(SILENT_AT_MOST))) {
                begin(look.at());
            }
        }
    }

    private void tell(Instant now, OutboundSseEvent event) {
        heard = now;
        page.emit(event);
    }

    private OutboundSseEvent changed(String fingerprint) {
        return sse.newEventBuilder()
                .name("changed")
                .id(fingerprint)
                .data(fingerprint)
                .build();
    }
}
