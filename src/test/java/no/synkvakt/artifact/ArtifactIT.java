package no.synkvakt.artifact;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import no.synkvakt.testing.ArtifactParts;
import org.junit.jupiter.api.Nested;

/**
 * What Synkvakt is for, done by what was built. In one class, since Quarkus starts what was built anew for each class as soon as there
 * is more than one process of tests.
 */
@QuarkusIntegrationTest
@WithTestResource(ArtifactParts.class)
@WithTestResource(EngineParts.class)
class ArtifactIT {

    @Nested
    class EngineDatabases extends EngineDatabasesRead {}

    @Nested
    class Events extends EventsTaken {}

    @Nested
    class Pages extends PagesShown {}

    @Nested
    class StalledStep extends StalledStepTold {}
}
