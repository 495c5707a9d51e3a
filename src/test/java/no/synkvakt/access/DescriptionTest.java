package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The API's own description says of each operation what it is for, who may call it, and what comes back. */
@QuarkusTest
class DescriptionTest extends FlowTest {

    private static final JsonPath NONE = JsonPath.from("{}");

    private JsonPath description = NONE;

    @Test
    void itIsOpenApiInJsonAndInYaml() {
        assertThat(RestAssured.get("/q/openapi").asString()).startsWith("---\nopenapi: 3.1");
        assertThat(read().getString("openapi")).startsWith("3.1");
        assertThat(description.getString("info.title")).isEqualTo("Synkvakt");
    }

    @Test
    void everyOperationSaysWhatItIsFor_andWhatAProblemLooksLike() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(String.valueOf(operation.get("summary"))).hasSizeGreaterThan(10);
            assertThat(operation.get("tags")).isNotNull();
            assertThat(at(operation, "responses")).containsKey("default");
            assertThat(at(operation, "responses").keySet()).anyMatch(status -> status.startsWith("2"));
        });
        read().setRootPath("components.responses.problem.content.'application/problem+json'.example");
        assertThat(description.getMap("")).containsKeys("type", "title", "status", "detail", "errors");
    }

    @Test
    void whoeverNeedsAKeyIsToldWhich() {
        read();
        assertThat(operation("/api/v1/municipalities/{id}/ping-key", "get").get("description"))
                .isEqualTo("Role: operator.");
        assertThat(String.valueOf(operation("/api/v1/events", "post").get("description")))
                .endsWith("Role: ingest or operator.");
        assertThat(operation("/api/v1/events", "post").get("security")).isEqualTo(List.of(Map.of("key", List.of())));
        assertThat(operation("/ping/{pingKey}/{step}", "get")).doesNotContainKey("security");
    }

    @Test
    void whatIsLeftOutMostOfTheTimeIsDescribed() {
        assertThat(read().getMap("components.schemas.StallView.properties")).containsKey("setAside");
        assertThat(read().getMap("components.schemas.StatusView.properties")).containsKey("setAside");
        assertThat(String.valueOf(operation("/api/v1/stalls/{id}", "get").get("description")))
                .contains("setAside is there only while");
    }

    @Test
    void whatIsSentIsShownByExample() {
        read();
        for (List<String> at : List.of(
                List.of("/api/v1/municipalities/{id}", "put"),
                List.of("/api/v1/municipalities", "put"),
                List.of("/api/v1/events", "post"),
                List.of("/api/v1/stalls/{id}/acknowledge", "post"),
                List.of("/api/v1/stalls/{id}/escalate", "post"))) {
            Map<String, Object> content = at(at(operation(at.get(0), at.get(1)), "requestBody"), "content");
            assertThat(content.values()).as(at.toString()).anyMatch(type -> String.valueOf(type)
                    .contains("example"));
        }
    }

    private JsonPath read() {
        description = RestAssured.get("/q/openapi?format=json").jsonPath();
        return description;
    }

    private List<Map<String, Object>> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = read().getMap("paths");
        return paths.values().stream()
                .flatMap(path -> Stream.of(path.values().toArray()))
                .map(DescriptionTest::asMap)
                .toList();
    }

    private Map<String, Object> operation(String path, String method) {
        return description.getMap("paths.'" + path + "'." + method);
    }

    private static Map<String, Object> at(Map<String, Object> outer, String name) {
        return asMap(outer.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
