package no.synkvakt.metrics;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Watches the watcher: after each healthy minute it calls {@code synkvakt.heartbeat.url}, which belongs to a service outside (a
 * dead man's switch) that alarms when calls fail to come. Each replica calls; one healthy replica is enough to watch.
 *
 * <p>The address is a secret, since whoever knows it can keep the alarm silent. It is never logged.
 */
@Startup
@ApplicationScoped
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final String SETTING = "synkvakt.heartbeat.url";

    private final Optional<DeadMansSwitch> outside;
    private final Wellbeing wellbeing;
    private boolean wasHeard = true;

    /** @throws ConfigurationException when the address is none of http or https */
    Heartbeat(@ConfigProperty(name = SETTING) Optional<String> url, Wellbeing wellbeing) {
        this.outside = url.map(Heartbeat::address).map(DeadMansSwitch::new);
        this.wellbeing = wellbeing;
    }

    /** Calls when all is well; when it is not, says why in the log and leaves the alarm to the service. */
    @Scheduled(
            every = "1m",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "heartbeat")
    public void beat() {
        outside.ifPresent(this::beat);
    }

    private void beat(DeadMansSwitch service) {
        Optional<String> trouble = wellbeing.trouble();
        if (trouble.isPresent()) {
            LOG.warnf("No heartbeat, for not all is well: %s", trouble.get());
            return;
        }
        note(service.call());
    }

    /** A service that cannot be reached is told of once, not each minute. */
    private void note(Optional<String> failure) {
        if (failure.isPresent() && wasHeard) {
            LOG.warnf("The heartbeat does not reach the service at %s: %s", SETTING, failure.get());
        }
        if (failure.isEmpty() && !wasHeard) {
            LOG.info("The heartbeat reaches its service again");
        }
        wasHeard = failure.isEmpty();
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url.strip());
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            LOG.debugf("%s is no address", SETTING);
        }
        throw new ConfigurationException(
                SETTING + " is no address that could be called; accepted: one that begins with https:// or http://");
    }
}
