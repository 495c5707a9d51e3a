package no.synkvakt.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A stall as the API told it at one time. */
public final class StallOf {

    private final JsonPath json;

    private StallOf(JsonPath json) {
        this.json = json;
    }

    public static StallOf byId(String id) {
        return new StallOf(get("/api/v1/stalls/" + id));
    }

    static List<StallOf> all(String municipality) {
        List<String> ids =
                get("/api/v1/stalls?size=200&municipality=" + municipality).getList("items.id", String.class);
        return ids.stream().map(StallOf::byId).toList();
    }

    /** The same stall as it is now. */
    public StallOf now() {
        return byId(id());
    }

    public String id() {
        return text("id");
    }

    public String state() {
        return text("state");
    }

    public String step() {
        return text("step");
    }

    public String verdict() {
        return text("verdict");
    }

    public String audience() {
        return text("remedy.audience");
    }

    public JsonPath json() {
        return json;
    }

    /** A field, however deep; "null" when it is null. */
    public String text(String field) {
        return String.valueOf(json.getString(field));
    }

    public Instant time(String field) {
        return Instant.parse(text(field));
    }

    public List<String> tasks() {
        return json.getList("remedy.tasks", String.class);
    }

    /** What has been done about it, as kinds of acts. */
    public List<String> acts() {
        return json.getList("acts.kind", String.class);
    }

    /** Its notices as "kind to state", such as "STALL ikt@lillestrom.example SENT". */
    public List<String> notices() {
        List<Map<String, String>> notices = json.getList("notices");
        return notices.stream()
                .map(notice -> notice.get("kind") + " " + notice.get("to") + " " + notice.get("state"))
                .toList();
    }

    public ValidatableResponse acknowledge(String note) {
        return act("acknowledge", note);
    }

    public ValidatableResponse escalate(String note) {
        return act("escalate", note);
    }

    private ValidatableResponse act(String act, String note) {
        return RestAssured.given()
                .header("Authorization", Key.OPERATOR.header())
                .contentType(ContentType.JSON)
                .body(Json.bytes(Map.of("note", note)))
                .post("/api/v1/stalls/" + id() + "/" + act)
                .then();
    }

    private static JsonPath get(String path) {
        return RestAssured.given()
                .header("Authorization", Key.VIEWER.header())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
