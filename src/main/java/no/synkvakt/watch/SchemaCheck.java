package no.synkvakt.watch;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Ready only on the schema that this version was made for, or a newer one. */
@Readiness
@ApplicationScoped
class SchemaCheck implements HealthCheck {

    private final Flyway flyway;

    SchemaCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * Whoever migrates by hand, and has not, is told so at the start.
     *
     * @throws ConfigurationException when the schema is older than what this version was made for
     */
    void refuseOlder(@Observes StartupEvent start) {
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length > 0) {
            MigrationInfo current = flyway.info().current();
            throw new ConfigurationException("The database's schema is at version "
                    + (current == null ? "none" : current.getVersion()) + ", and this Synkvakt needs "
                    + pending[pending.length - 1].getVersion()
                    + ". Leave quarkus.flyway.migrate-at-start on, or migrate it first.");
        }
    }

    @Override
    public HealthCheckResponse call() {
        try {
            MigrationInfo current = flyway.info().current();
            return HealthCheckResponse.named("schema")
                    .status(current != null && flyway.info().pending().length == 0)
                    .withData("version", current == null ? "none" : String.valueOf(current.getVersion()))
                    .build();
        } catch (RuntimeException e) {
            return HealthCheckResponse.named("schema")
                    .down()
                    .withData("error", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
