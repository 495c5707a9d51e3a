package no.synkvakt.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A municipality's status as the API told it at one time. */
public final class StatusOf {

    private final String answer;
    private final Map<String, Object> members;

    StatusOf(String municipality) {
        this.answer = RestAssured.given()
                .header("Authorization", Key.VIEWER.header())
                .get("/api/v1/municipalities/" + municipality + "/status")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        this.members = Json.members(answer);
    }

    public String state() {
        return String.valueOf(members.get("state"));
    }

    public JsonPath json() {
        return JsonPath.from(answer);
    }

    /** A field of a step of the latest cycle, by the step's id. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "unchecked"
    }) // JSON has the type, and the test knows it
    public <T> T step(String id, String field) {
        return (T) Json.at(
                steps().filter(step -> id.equals(step.get("step"))).findFirst().orElse(null), field);
    }

    public Optional<String> stallId() {
        return Optional.ofNullable((String) Json.at(members, "stall.id"));
    }

    /** A field of the open stall. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "unchecked"
    }) // JSON has the type, and the test knows it
    public <T> T stall(String field) {
        return (T) Json.at(members, "stall." + field);
    }

    public Instant stallTime(String field) {
        return Instant.parse(stall(field));
    }

    public List<String> noticeKinds() {
        return Objects.requireNonNull(stall("notices.kind"));
    }

    @SuppressWarnings("unchecked")
    private Stream<Map<String, Object>> steps() {
        return ((List<Map<String, Object>>) Objects.requireNonNull(Json.at(members, "cycle.steps"))).stream();
    }
}
