package no.synkvakt.access;

import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one caller from taking what all need: per address before anything is looked at, per credential once it is known whose
 * it is, and, far less, per address for those whose credential was wrong.
 *
 * <p>A right credential is never refused because somebody at the same address guesses: behind a proxy, or in a town hall,
 * many share one.
 */
@Singleton
class RateLimits {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A ping key, or the municipality that a signed link is of. */
    private static final Pattern IN_THE_PATH = Pattern.compile("/(?:ping|m)/([^/]+).*");

    private final Allowances addresses;
    private final Allowances keys;
    private final Allowances refusals;

    /** @throws IllegalArgumentException when a limit lets nobody through */
    RateLimits(
            @ConfigProperty(name = "synkvakt.limit.per-address") long perAddress,
            @ConfigProperty(name = "synkvakt.limit.per-key") long perKey,
            @ConfigProperty(name = "synkvakt.limit.refused") long refused) {
        this.addresses = allowances("per-address", perAddress, SECOND);
        this.keys = allowances("per-key", perKey, SECOND);
        this.refusals = allowances("refused", refused, MINUTE);
    }

    private static Allowances allowances(String name, long most, Duration in) {
        if (most < 1) {
            throw new IllegalArgumentException("synkvakt.limit." + name + " = " + most + "; accepted: at least 1");
        }
        return new Allowances(most, in, TimeMeter.SYSTEM_NANOTIME);
    }

    /** A request comes in. @return how long it has to wait; empty when it may be answered now */
    Optional<Duration> ofAddress(HttpServerRequest request) {
        return addresses.take(ClientAddress.of(request));
    }

    /**
     * Somebody is about to do something.
     *
     * @param caller anonymous where the address itself is the credential
     * @param path normalised
     * @return how long they have to wait; empty when they need not
     */
    Optional<Duration> ofCredential(SecurityIdentity caller, String path) {
        return credential(caller, path).flatMap(keys::take);
    }

    /** Somebody's credential was wrong. @return how long they have to wait; empty when they may be told */
    Optional<Duration> ofRefusal(HttpServerRequest request) {
        return refusals.take(ClientAddress.of(request));
    }

    private static Optional<String> credential(SecurityIdentity caller, String path) {
        Matcher addressed = IN_THE_PATH.matcher(path);
        if ((caller.isAnonymous() || caller.hasRole(Role.ADMIN.label())) && addressed.matches()) {
            return Optional.of(addressed.group(1));
        }
        return caller.isAnonymous()
                ? Optional.empty()
                : Optional.of(caller.getPrincipal().getName());
    }
}
