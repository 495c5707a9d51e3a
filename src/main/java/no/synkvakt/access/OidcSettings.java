package no.synkvakt.access;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether people and services are known by an OIDC provider: once quarkus-oidc is told of one, by its ordinary settings. What
 * of them would be wrong only in the night, or with a second replica, stops the start.
 */
@Singleton
class OidcSettings {

    private static final Logger LOG = Logger.getLogger(OidcSettings.class);
    private static final int SHORTEST_SECRET = 32;
    private static final Predicate<String> MENTIONS_ADMIN =
            Pattern.compile("\\b" + Role.ADMIN.label() + "\\b").asPredicate();

    private final boolean configured;

    OidcSettings(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<String> audience,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret,
            @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret") Optional<String> ofSessions,
            @ConfigProperty(name = "quarkus.http.auth.roles-mapping") Optional<Map<String, String>> roles) {
        this.configured = enabled && provider.isPresent();
        if (configured && audience.isEmpty()) {
            throw new ConfigurationException(
                    "Tokens made for others would be accepted: configure quarkus.oidc.client-id,"
                            + " or quarkus.oidc.token.audience where access tokens name Synkvakt otherwise.");
        }
        if (configured && secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
            throw new ConfigurationException("quarkus.oidc.credentials.secret is shorter than " + SHORTEST_SECRET
                    + " characters: sessions are encrypted with it, and shared by all replicas.");
        }
        if (configured && secret.or(() -> ofSessions).isEmpty()) {
            LOG.warn("There is no quarkus.oidc.credentials.secret: sessions end with this process, and no other replica"
                    + " takes them. Set quarkus.oidc.token-state-manager.encryption-secret to the same in each.");
        }
        if (roles.orElse(Map.of()).values().stream().anyMatch(MENTIONS_ADMIN)) {
            throw new ConfigurationException("quarkus.http.auth.roles-mapping leads to the role " + Role.ADMIN.label()
                    + ", which nobody has but by the signed link in a mail.");
        }
    }

    boolean isConfigured() {
        return configured;
    }

    /** Without a provider quarkus-oidc would not let Synkvakt start. */
    void doWithout(@Observes Oidc oidc) {
        if (!configured) {
            oidc.create(OidcTenantConfig.builder()
                    .tenantId("Default")
                    .tenantEnabled(false)
                    .build());
        }
    }
}
