package no.synkvakt.artifact;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.ArtifactParts;
import no.synkvakt.testing.ArtifactTest;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Scrape;
import org.junit.jupiter.api.Test;

/** What was built takes events in each form of CloudEvents, and pings. */
abstract class EventsTaken extends ArtifactTest {

    private static final String FIRST = "import-sas";

    @Test
    void structuredOnes() {
        MunicipalityFixture owner = known("structured.example");
        Engine.send(engineOf(owner).event("step.completed", FIRST, Map.of()))
                .statusCode(202)
                .body("accepted", equalTo(1));
        assertFirstIsDone(owner);
    }

    @Test
    void aBatch_andWhatIsRefusedInItIsSaidByName() {
        MunicipalityFixture owner = known("batch.example");
        Map<String, Object> good = engineOf(owner).event("step.completed", FIRST, Map.of());
        Map<String, Object> bad = engineOf(owner).event("step.completed", "import-nothing", Map.of());
        posted("application/cloudevents-batch+json", Json.bytes(List.of(good, good, bad)))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected.index", hasItem(2));
        posted("application/cloudevents-batch+json", Json.bytes(List.of(bad)))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("rejected.size()", equalTo(1));
        assertFirstIsDone(owner);
    }

    @Test
    void binaryOnes() {
        MunicipalityFixture owner = known("binary.example");
        as(Key.INGEST)
                .header("ce-specversion", "1.0")
                .header("ce-id", "binary-1")
                .header("ce-source", "/engine")
                .header("ce-type", "no.efeide.sync.step.completed")
                .header("ce-subject", owner.id())
                .header("Content-Type", "application/json")
                .body("{ \"cycle\": \"tonight\", \"step\": \"Import SAS\" }")
                .post("/api/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        assertFirstIsDone(owner);
    }

    @Test
    void aPing_whoseKeyIsInNoFigure() {
        MunicipalityFixture owner = known("ping.example");
        String key = as(Key.OPERATOR)
                .get("/api/v1/municipalities/" + owner.id() + "/ping-key")
                .path("pingKey");
        as().post("/ping/" + key + "/" + FIRST).then().statusCode(200);
        assertFirstIsDone(owner);
        Scrape scrape = until(
                () -> Scrape.of(ArtifactParts.managementPort()), of -> of.text().contains("uri=\"/ping/"));
        assertThat(scrape.text()).contains("uri=\"/ping/{pingKey}/{step}\"").doesNotContain(key);
    }

    private MunicipalityFixture known(String id) {
        MunicipalityFixture owner = owner(id, id, "WIS");
        watched(owner);
        return owner;
    }

    private static ValidatableResponse posted(String type, byte[] body) {
        return as(Key.INGEST)
                .header("Content-Type", type)
                .body(body)
                .post("/api/v1/events")
                .then();
    }

    private void assertFirstIsDone(MunicipalityFixture owner) {
        assertThat((String) statusOf(owner).step(FIRST, "state")).isEqualTo("DONE");
    }
}
