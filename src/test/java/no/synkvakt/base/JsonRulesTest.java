package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.StrictJson;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read strictly: what is not what it should be is refused by field, value and what would do; never made to fit. */
class JsonRulesTest {

    private final ObjectMapper json = StrictJson.mapper();

    /** One field of each kind. */
    private record Kinds(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Long number,
            @Nullable Double share,
            @Nullable Duration time,
            @Nullable Kind kind,
            @Nullable List<String> list,
            @Nullable Map<String, Duration> map,
            @Nullable Kinds inner) {}

    private enum Kind implements JsonNamed {
        ONE,
        OTHER;

        @Override
        public String jsonName() {
            return name();
        }
    }

    @Test
    void whatIsRightIsRead() throws JsonProcessingException {
        assertThat(json.readValue("""
                        {"text": "a", "flag": true, "number": 1, "share": 12.5, "time": "PT45M", "kind": "OTHER",
                         "list": ["a"], "map": {"a": "PT1H"}, "inner": {"text": null}}""", Kinds.class))
                .isEqualTo(new Kinds(
                        "a",
                        true,
                        1L,
                        12.5,
                        Duration.ofMinutes(45),
                        Kind.OTHER,
                        List.of("a"),
                        Map.of("a", Duration.ofHours(1)),
                        new Kinds(null, null, null, null, null, null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": 1}               | text       | 1        | text
            {"text": true}            | text       | true     | text
            {"text": 1.5}             | text       | 1.5      | text
            {"text": ["a"]}           | text       | ["a"]    | text
            {"flag": "true"}          | flag       | true     | true or false
            {"flag": 1}               | flag       | 1        | true or false
            {"flag": ""}              | flag       | ``       | true or false
            {"number": "1"}           | number     | 1        | a number
            {"number": 1.5}           | number     | 1.5      | a number
            {"number": ""}            | number     | ``       | a number
            {"share": "1.5"}          | share      | 1.5      | a number
            {"share": ""}             | share      | ``       | a number
            {"time": 45}              | time       | 45       | an ISO 8601 duration such as PT45M
            {"time": "45"}            | time       | 45       | an ISO 8601 duration such as PT45M
            {"time": "45 minutes"}    | time       | 45 minutes | an ISO 8601 duration such as PT45M
            {"time": "P1Y"}           | time       | P1Y      | an ISO 8601 duration such as PT45M
            {"time": ""}              | time       | ``       | an ISO 8601 duration such as PT45M
            {"time": {}}              | time       | {}       | an ISO 8601 duration such as PT45M
            {"kind": "one"}           | kind       | one      | one of ONE, OTHER
            {"kind": 0}               | kind       | 0        | one of ONE, OTHER
            {"kind": "0"}             | kind       | 0        | one of ONE, OTHER
            {"kind": ""}              | kind       | ``       | one of ONE, OTHER
            {"list": "a"}             | list       | a        | an array
            {"list": ""}              | list       | ``       | an array
            {"list": ["a", 2]}        | list[1]    | 2        | text
            {"map": []}               | map        | []       | an object
            {"map": {"a": 5}}         | map.a      | 5        | an ISO 8601 duration such as PT45M
            {"inner": "a"}            | inner      | a        | an object
            {"inner": ""}             | inner      | ``       | an object
            {"inner": {"flag": "no"}} | inner.flag | no       | true or false
            []                        | (body)     | []       | an object
            "a"                       | (body)     | a        | an object
            """)
    void whatIsOfAnotherKindIsRefused(String document, String field, String value, String accepted) throws Exception {
        assertThat(error(document)).isEqualTo(new FieldError(field, value, accepted));
    }

    @Test
    void aFieldThatIsNotKnownIsRefusedByName_withThoseThatAre() throws Exception {
        assertThat(error("{\"inner\": {\"txt\": 1}}"))
                .isEqualTo(new FieldError(
                        "inner.txt",
                        "1",
                        "no such field; one of flag, inner, kind, list, map, number, share, text, time"));
    }

    @Test
    void whatIsMissingHasNoValue() {
        record Needy(@JsonProperty(required = true) String cron) {}

        assertThatThrownBy(() -> json.treeToValue(json.readTree("{}"), Needy.class))
                .asInstanceOf(InstanceOfAssertFactories.type(JsonMappingException.class))
                .extracting(e -> JsonErrors.error(e, json.createObjectNode()))
                .isEqualTo(new FieldError("cron", null, "text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\": }",
                "{'text': 1}",
                "nope",
                "{} {}",
                "{\"text\": NaN}",
                "{\"text\": \"a\nb\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"inner\": {\"x\": 1, \"x\": 1}}",
                "{\"text\": \"\\x\"}",
            })
    void whatIsMalformedIsABadRequest_withoutWordsOfOurOwnCode(String document) {
        assertThatThrownBy(() -> json.readTree(document))
                .asInstanceOf(InstanceOfAssertFactories.type(JsonProcessingException.class))
                .extracting(JsonErrors::malformed)
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400))
                .satisfies(problem -> assertThat(problem.errors()).isEmpty())
                .satisfies(problem -> assertThat(problem.detail())
                        .startsWith("The body is not well-formed JSON at line ")
                        .doesNotContain("`", "jackson", "no.synkvakt", "REDACTED"));
    }

    @Test
    void thirtyTwoLevelsAreReadAndOneMoreIsNot() throws Exception {
        assertThat(json.readTree("[".repeat(32) + "]".repeat(32)).isArray()).isTrue();
        assertThatThrownBy(() -> json.readTree("[".repeat(33) + "]".repeat(33)))
                .asInstanceOf(InstanceOfAssertFactories.type(JsonProcessingException.class))
                .extracting(e -> JsonErrors.malformed(e).status())
                .isEqualTo(400);
    }

    private FieldError error(String document) throws Exception {
        JsonNode tree = json.readTree(document);
        try {
            throw new AssertionError(json.treeToValue(tree, Kinds.class));
        } catch (JsonMappingException e) {
            return JsonErrors.error(e, tree);
        }
    }
}
