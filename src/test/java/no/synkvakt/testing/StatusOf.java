package no.synkvakt.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A municipality's status as the API told it at one time. */
public final class StatusOf {

    private final JsonPath json;

    StatusOf(String municipality) {
        this.json = RestAssured.given()
                .header("Authorization", Key.VIEWER.header())
                .get("/api/v1/municipalities/" + municipality + "/status")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public String state() {
        return json.getString("state");
    }

    public JsonPath json() {
        return json;
    }

    /** A field of a step of the latest cycle, by the step's id. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // JSON has the type, and the test knows it
    public <T> T step(String id, String field) {
        return json.get("cycle.steps.find { it.step == '" + id + "' }." + field);
    }

    public Optional<String> stallId() {
        return Optional.ofNullable(json.getString("stall.id"));
    }

    /** A field of the open stall. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // JSON has the type, and the test knows it
    public <T> T stall(String field) {
        return json.get("stall." + field);
    }

    public Instant stallTime(String field) {
        return Instant.parse(json.getString("stall." + field));
    }

    public List<String> noticeKinds() {
        return json.getList("stall.notices.kind");
    }
}
