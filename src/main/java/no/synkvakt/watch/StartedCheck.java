package no.synkvakt.watch;

import jakarta.enterprise.context.ApplicationScoped;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.playbook.Playbook;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the step catalogue and the playbook have been read and the first tick has run. */
@Startup
@ApplicationScoped
class StartedCheck implements HealthCheck {

    private final StepCatalogue catalogue;
    private final Playbook playbook;
    private final Watch watch;

    StartedCheck(StepCatalogue catalogue, Playbook playbook, Watch watch) {
        this.catalogue = catalogue;
        this.playbook = playbook;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(watch.lastTick().isPresent())
                .withData("steps", catalogue.steps().size())
                .withData("playbookEntries", playbook.size())
                .build();
    }
}
