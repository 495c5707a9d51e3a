package no.synkvakt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A refusal as a client reads it. To read it is to hold it against RFC 9457: media type, members, status. */
public record ProblemAnswer(int status, String title, String detail, List<FieldAtFault> errors) {

    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "errors", "rejected");

    /** A field at fault. */
    public record FieldAtFault(String field, @Nullable String value, String accepted) {}

    public static ProblemAnswer of(Response response) {
        return read(response.statusCode(), response.contentType(), response.asString());
    }

    public static ProblemAnswer of(RawHttp.Answer answer) {
        return read(answer.status(), answer.headers().get("content-type"), answer.body());
    }

    private static ProblemAnswer read(int status, @Nullable String contentType, String body) {
        assertThat(contentType).as("the media type of %d %s", status, body).isEqualTo("application/problem+json");
        JsonPath json = JsonPath.from(body);
        Map<String, Object> members = json.getMap("");
        assertThat(members).containsKeys("type", "title", "status", "detail").containsEntry("status", status);
        assertThat(members.keySet()).isSubsetOf(MEMBERS);
        assertThat(members.get("type")).isEqualTo("about:blank");
        assertThat(json.getString("title")).isNotBlank();
        assertThat(json.getString("detail")).isNotBlank();
        return new ProblemAnswer(status, json.getString("title"), json.getString("detail"), errors(json));
    }

    private static List<FieldAtFault> errors(JsonPath json) {
        List<Map<String, String>> errors =
                Optional.ofNullable(json.<Map<String, String>>getList("errors")).orElse(List.of());
        errors.forEach(error -> assertThat(error).containsOnlyKeys("field", "value", "accepted"));
        return errors.stream()
                .map(error -> new FieldAtFault(
                        String.valueOf(error.get("field")), error.get("value"), String.valueOf(error.get("accepted"))))
                .toList();
    }

    public List<String> fields() {
        return errors.stream().map(FieldAtFault::field).toList();
    }

    /** The only field at fault. */
    public FieldAtFault error() {
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}
