package no.synkvakt.watch;

import jakarta.enterprise.context.ApplicationScoped;
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
