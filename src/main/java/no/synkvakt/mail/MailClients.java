package no.synkvakt.mail;

import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes mail clients as quarkus-mailer makes its one, by all of its settings. Its own is for the whole life of the
 * application: a connection whose server is silent keeps its place in the pool until the server ends it, and ten of them stop
 * all mail.
 */
@Singleton
class MailClients implements Supplier<MailClient> {

    private static final MailerSupport THE_DEFAULT_ONLY = new MailerSupport(true, Set.of());

    private final Vertx vertx;
    private final io.vertx.mutiny.core.Vertx mutiny;
    private final MailersRuntimeConfig config;
    private final LaunchMode mode;
    private final TlsConfigurationRegistry tls;
    private final Event<SentMail> sent;

    MailClients(
            Vertx vertx,
            io.vertx.mutiny.core.Vertx mutiny,
            MailersRuntimeConfig config,
            LaunchMode mode,
            TlsConfigurationRegistry tls,
            Event<SentMail> sent) {
        this.vertx = vertx;
        this.mutiny = mutiny;
        this.config = config;
        this.mode = mode;
        this.tls = tls;
        this.sent = sent;
    }

    @Override
    public MailClient get() {
        return new Mailers(vertx, mutiny, config, mode, THE_DEFAULT_ONLY, tls, sent)
                .mailClientFromName(Mailers.DEFAULT_MAILER_NAME);
    }
}
