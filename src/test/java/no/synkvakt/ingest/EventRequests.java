package no.synkvakt.ingest;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.BeforeEach;

/** Lillestrøm's engine, and the forms in which it reports. */
abstract class EventRequests extends FlowTest {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final MunicipalityFixture LILLESTROM = lillestrom();
    static final String FIRST = "import-visma-flyt";

    @BeforeEach
    void lillestromIsWatched() {
        watched(LILLESTROM);
    }

    /** That the first step is done, as the contract has it, with the id. */
    Map<String, Object> done(String id) {
        Map<String, Object> event = engineOf(LILLESTROM).event("step.completed", FIRST, Map.of());
        event.put("id", id);
        return event;
    }

    static Map<String, Object> with(Map<String, Object> event, String attribute, Object value) {
        Map<String, Object> changed = new HashMap<>(event);
        changed.put(attribute, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> event, String attribute) {
        Map<String, Object> changed = new HashMap<>(event);
        changed.remove(attribute);
        return changed;
    }

    static Response post(String type, byte[] body) {
        return as(Key.INGEST).header("Content-Type", type).body(body).post("/api/v1/events");
    }

    static Response post(Map<String, Object> event) {
        return post(ONE, Json.bytes(event));
    }

    static Response post(List<?> events) {
        return post(BATCH, Json.bytes(events));
    }

    static JsonPath taken(Response answer) {
        return answer.then().statusCode(202).extract().jsonPath();
    }

    static ProblemAnswer refused(Response answer) {
        return ProblemAnswer.of(answer);
    }

    Stored stored() {
        return new Stored(database);
    }
}
