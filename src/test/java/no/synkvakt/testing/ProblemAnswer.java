package no.synkvakt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
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
        Map<String, Object> members = Json.members(body);
        assertThat(members).containsKeys("type", "title", "status", "detail").containsEntry("status", status);
        assertThat(members.keySet()).isSubsetOf(MEMBERS);
        assertThat(members.get("type")).isEqualTo("about:blank");
        return new ProblemAnswer(status, text(members, "title"), text(members, "detail"), errors(members));
    }

    private static String text(Map<String, Object> members, String name) {
        assertThat(members.get(name))
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .isNotBlank();
        return String.valueOf(members.get(name));
    }

    @SuppressWarnings("unchecked")
    private static List<FieldAtFault> errors(Map<String, Object> members) {
        List<Map<String, @Nullable String>> errors =
                (List<Map<String, @Nullable String>>) members.getOrDefault("errors", List.of());
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
