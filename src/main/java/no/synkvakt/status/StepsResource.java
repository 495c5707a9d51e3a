package no.synkvakt.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import no.synkvakt.base.Page;
import no.synkvakt.deadline.ExpectedDurations;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The step catalogue. */
@Path("/api/v1/steps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Steps")
class StepsResource {

    private final StepCatalogue catalogue;
    private final ExpectedDurations expected;

    StepsResource(StepCatalogue catalogue, ExpectedDurations expected) {
        this.catalogue = catalogue;
        this.expected = expected;
    }

    /**
     * A step as the API shows it.
     *
     * @param expected how long it may take, unless a municipality has its own
     */
    @RegisterForReflection
    record StepView(String id, String label, Step.Direction direction, Duration expected) {}

    @GET
    @Operation(summary = "The steps that a chain may consist of, each with its default expectation")
    public Page<StepView> steps() {
        List<StepView> steps = catalogue.steps().stream()
                .map(step -> new StepView(step.id(), step.label(), step.direction(), expected.configured(step.id())))
                .toList();
        return new Page<>(steps, 0, steps.size(), steps.size());
    }
}
