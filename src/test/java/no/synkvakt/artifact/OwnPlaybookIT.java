package no.synkvakt.artifact;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import no.synkvakt.testing.ArtifactParts;
import no.synkvakt.testing.ArtifactTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** What was built reads the playbook and the steps that an operator has mounted, in place of its own. */
@QuarkusIntegrationTest
@WithTestResource(value = MountedFiles.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class OwnPlaybookIT extends ArtifactTest {

    @Test
    void theMailSaysWhatTheMountedPlaybookSays() {
        MunicipalityFixture owner = owner("mounted.example", "Mounted", "WIS")
                .with("language", "en")
                .withChain("import-everything");
        watched(owner);
        engineOf(owner).startsCycle();
        assertThat(mailTo("ikt@mounted.example", "STALL", owner).text())
                .contains("Import Everything", "Call the caretaker.");
        as().port(ArtifactParts.managementPort())
                .get("/q/health/started")
                .then()
                .body("checks[0].data.playbookEntries", equalTo(1));
    }
}
