package no.synkvakt.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A stall as the API told it at one time. */
public final class StallOf {

    private final String answer;
    private final Map<String, Object> members;

    private StallOf(String answer) {
        this.answer = answer;
        this.members = Json.members(answer);
    }

    public static StallOf byId(String id) {
        return new StallOf(get("/api/v1/stalls/" + id));
    }

    static List<StallOf> all(String municipality) {
        List<String> ids = texts(Json.members(get("/api/v1/stalls?size=200&municipality=" + municipality)), "items.id");
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
        return JsonPath.from(answer);
    }

    /** A field, however deep; "null" when it is null. */
    public String text(String field) {
        return String.valueOf(Json.at(members, field));
    }

    public Instant time(String field) {
        return Instant.parse(text(field));
    }

    public List<String> tasks() {
        return texts(members, "remedy.tasks");
    }

    /** What has been done about it, as kinds of acts. */
    public List<String> acts() {
        return texts(members, "acts.kind");
    }

    /** Its notices as "kind to state", such as "STALL ikt@lillestrom.example SENT". */
    public List<String> notices() {
        List<String> kinds = texts(members, "notices.kind");
        List<String> recipients = texts(members, "notices.to");
        List<String> states = texts(members, "notices.state");
        return IntStream.range(0, kinds.size())
                .mapToObj(index -> kinds.get(index) + " " + recipients.get(index) + " " + states.get(index))
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

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> members, String path) {
        return (List<String>) Objects.requireNonNull(Json.at(members, path));
    }

    private static String get(String path) {
        return RestAssured.given()
                .header("Authorization", Key.VIEWER.header())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
