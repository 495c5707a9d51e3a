package no.synkvakt.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import no.synkvakt.notice.NoticeKind;

/** Counts what became of each attempt to send a mail. */
@Startup
@Singleton
class MailCounts {

    /** What became of an attempt. */
    enum Outcome {
        SENT,
        /** It is tried again. */
        RETRIED,
        /** Given up: the server will never take it, or no mail can be made of it. */
        REFUSED
    }

    private final MeterRegistry registry;

    /** Begins each at 0, so that the first is seen as an increase. */
    MailCounts(MeterRegistry registry) {
        this.registry = registry;
        for (NoticeKind kind : NoticeKind.values()) {
            Arrays.stream(Outcome.values()).forEach(outcome -> counter(kind.name(), outcome));
        }
    }

    void count(NoticeKind kind, Outcome outcome) {
        counter(kind.name(), outcome).increment();
    }

    /** A notice that no mail can be made of has been given up. */
    void countUnreadable() {
        counter("UNKNOWN", Outcome.REFUSED).increment();
    }

    private Counter counter(String kind, Outcome outcome) {
        return Counter.builder("synkvakt.mails")
                .description("Attempts to send a mail, by the notice's kind and what became of it")
                .tags("kind", kind, "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
