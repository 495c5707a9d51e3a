package no.synkvakt.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether callers have to show who they are. They need not on the embedded default, where only this machine is listened to
 * and whoever is there is operator; everywhere else Synkvakt does not start until there is a key or an OIDC provider.
 */
@Singleton
class AccessMode {

    private static final Logger LOG = Logger.getLogger(AccessMode.class);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final boolean open;

    AccessMode(
            ApiKeys keys,
            OidcSettings oidc,
            @ConfigProperty(name = "synkvakt.embedded", defaultValue = "false") boolean embedded,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        boolean nobodyIsKnown = keys.isEmpty() && !oidc.isConfigured();
        this.open = embedded && nobodyIsKnown;
        if (open && !LOOPBACK.contains(host)) {
            throw new ConfigurationException(
                    "quarkus.http.host is " + host
                            + ", but nobody has a key. Configure synkvakt.api-keys.\"<name>\".sha256 and .role"
                            + " or quarkus.oidc.auth-server-url, or leave quarkus.http.host out to listen on this machine only.");
        }
        if (!open && nobodyIsKnown && LaunchMode.current() == LaunchMode.NORMAL) {
            throw new ConfigurationException("Nobody could call: there are neither API keys nor an OIDC provider."
                    + " Configure at least one key, synkvakt.api-keys.\"<name>\".sha256 (the SHA-256 of the key, in hex)"
                    + " and synkvakt.api-keys.\"<name>\".role (ingest, operator or viewer), or the provider,"
                    + " quarkus.oidc.auth-server-url, .client-id and .credentials.secret.");
        }
    }

    /** Made at start, so that a refusal comes then. */
    void check(@Observes StartupEvent event) {
        if (open) {
            LOG.info(
                    "No API keys and no OIDC provider: listening on this machine only, and whoever is there is operator");
        }
    }

    /** Whether whoever is there is operator. */
    boolean isOpen() {
        return open;
    }
}
