package no.synkvakt.mail;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses how mail leaves, by the settings of quarkus-mailer. */
@Singleton
class MailTransportProducer {

    @Produces
    @Singleton
    MailTransport transport(
            Vertx vertx,
            MailClients clients,
            @ConfigProperty(name = "quarkus.mailer.mock") Optional<Boolean> mock,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "quarkus.mailer.bounce-address") Optional<String> bounceAddress,
            @ConfigProperty(name = "quarkus.mailer.dkim.enabled", defaultValue = "false") boolean dkim) {
        return mock.orElse(false)
                ? new LogTransport()
                : new SmtpTransport(vertx, clients, from, bounceAddress, dkim, SmtpTransport.LONGEST_ATTEMPT);
    }
}
