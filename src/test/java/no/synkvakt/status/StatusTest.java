package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** A municipality's status: its latest cycle step by step, and its stall; and the catalogue those steps are from. */
@QuarkusTest
class StatusTest extends FlowTest {

    private static final MunicipalityFixture LILLESTROM = lillestrom().expecting("import-flyvo", Duration.ofHours(3));

    @Test
    void oneThatWasNeverSeenHasNoCycleAndNoStall() {
        watched(LILLESTROM);
        JsonPath status = statusOf(LILLESTROM).json();
        assertThat(status.getMap("")).containsOnlyKeys("municipality", "state", "cycle", "stall");
        assertThat(status.getString("municipality")).isEqualTo("lillestrom.kommune.no");
        assertThat(status.getString("state")).isEqualTo("NEVER_SEEN");
        assertThat(status.<Object>get("cycle")).isNull();
        assertThat(status.<Object>get("stall")).isNull();
    }

    @Test
    void aRunningCycleIsShownStepByStep() {
        watched(LILLESTROM);
        engineOf(LILLESTROM).startsCycle();
        clock.advance(Duration.ofMinutes(14));
        engineOf(LILLESTROM).completes("import-visma-flyt");
        JsonPath cycle = statusOf(LILLESTROM).json();
        cycle.setRootPath("cycle");
        assertThat(cycle.getString("id")).isEqualTo("2026-11-23");
        assertThat(cycle.getString("startedAt")).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(cycle.<Object>get("completedAt")).isNull();
        assertThat(cycle.getList("steps.step")).isEqualTo(LILLESTROM.chain());
        assertThat(cycle.getList("steps.label"))
                .isEqualTo(List.of(
                        "Import Visma Flyt",
                        "Import FlyVo",
                        "Syncronization",
                        "Export AD",
                        "Import AD",
                        "Export LMS",
                        "Export 365"));
        assertThat(cycle.getList("steps.state"))
                .isEqualTo(List.of("DONE", "CURRENT", "PENDING", "PENDING", "PENDING", "PENDING", "PENDING"));
    }

    @Test
    void aStepHasItsTimesAndItsExpectation() {
        watched(LILLESTROM);
        engineOf(LILLESTROM).startsCycle();
        clock.advance(Duration.ofMinutes(14));
        engineOf(LILLESTROM).completes("import-visma-flyt");
        JsonPath status = statusOf(LILLESTROM).json();
        Map<String, Object> done = status.getMap("cycle.steps[0]");
        assertThat(done)
                .containsOnlyKeys(
                        "step", "label", "state", "readyAt", "startedAt", "finishedAt", "inferred", "dueAt", "expected")
                .containsEntry("readyAt", "2026-11-23T01:00:00Z")
                .containsEntry("startedAt", null)
                .containsEntry("finishedAt", "2026-11-23T01:14:00Z")
                .containsEntry("inferred", false)
                .containsEntry("dueAt", "2026-11-23T02:00:00Z")
                .containsEntry("expected", Map.of("duration", "PT1H", "basis", "CONFIGURED", "samples", 0));
        assertThat(status.getMap("cycle.steps[1]"))
                .containsEntry("readyAt", "2026-11-23T01:14:00Z")
                .containsEntry("dueAt", "2026-11-23T04:14:00Z")
                .containsEntry("finishedAt", null)
                .containsEntry("expected", Map.of("duration", "PT3H", "basis", "OVERRIDDEN", "samples", 0));
        assertThat(status.getMap("cycle.steps[2]"))
                .containsEntry("readyAt", null)
                .containsEntry("dueAt", null);
    }

    @Test
    void theCatalogueHasEveryStepWithItsDefaultExpectation() {
        JsonPath steps = as(Key.VIEWER)
                .get("/api/v1/steps")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(steps.getInt("total")).isEqualTo(12);
        assertThat(steps.getList("items.id"))
                .isEqualTo(List.of(
                        "import-sas-isi",
                        "import-sas",
                        "import-visma-inschool",
                        "import-visma-flyt",
                        "import-samaccountname",
                        "import-flyvo",
                        "synchronization",
                        "export-ad",
                        "import-ad",
                        "export-lms",
                        "export-365",
                        "export-azure"));
        assertThat(steps.getList("items.expected"))
                .isEqualTo(List.of(
                        "PT1H", "PT2H", "PT1H", "PT1H", "PT2H", "PT2H", "PT45M", "PT1H", "PT1H", "PT2H", "PT2H",
                        "PT2H"));
        assertThat(steps.getMap("items[6]"))
                .isEqualTo(Map.of(
                        "id", "synchronization",
                        "label", "Syncronization",
                        "direction", "COMPARE",
                        "expected", "PT45M"));
    }
}
