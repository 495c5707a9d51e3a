package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.synkvakt.base.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the headers and the body of an event in binary mode, and what is refused of it. */
class BinaryModeTest {

    private static final String DATA = "{ \"cycle\": \"2026-11-23\", \"step\": \"Import Visma Flyt\" }";
    private static final List<String> GOOD = List.of(
            "ce-specversion: 1.0",
            "ce-id: b3c1",
            "ce-source: /efeide/engine-1",
            "ce-type: no.efeide.sync.step.completed",
            "ce-subject: lillestrom.kommune.no",
            "ce-time: 2026-11-23T02:14:07+01:00");

    @Test
    void itIsTheSameAsTheStructuredMode() throws Refused {
        assertThat(report(GOOD, DATA)).isEqualTo(Sent.example().read());
        assertThat(report(and("Content-Type: application/json"), DATA))
                .isEqualTo(Sent.example().read());
        assertThat(report(with("CE-ID: b3c1"), DATA)).isEqualTo(Sent.example().read());
    }

    @ParameterizedTest
    @CsvSource({
        "b%C3%A6, bæ",
        "%E2%82%AC%20100, € 100",
        "a+b, a+b",
        "100%, 100%",
        "'\"quoted%20id\"', quoted id",
        "'\"say \\\"hi\\\"\"', 'say \"hi\"'"
    })
    void headersArePercentEncodedAndMayBeQuoted(String header, String id) throws Refused {
        assertThat(read(with("ce-id: " + header), DATA).get("id").textValue()).isEqualTo(id);
    }

    @Test
    void aHeartbeatNeedsNeitherSubjectNorBody() throws Refused {
        List<String> headers = new ArrayList<>(with("ce-type: no.efeide.sync.heartbeat"));
        headers.remove("ce-subject: lillestrom.kommune.no");

        assertThat(report(headers, ""))
                .isEqualTo(new Report.Heartbeat("/efeide/engine-1", "b3c1", Instant.parse("2026-11-23T01:14:07Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-traceparent: 00-1-2-03", "ce-data: x", "ce-data_base64: !"})
    void otherHeadersAreIgnored_alsoThoseNamedLikeData(String header) throws Refused {
        assertThat(report(and(header), DATA)).isEqualTo(Sent.example().read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type"})
    void anAttributeThatIsMissingIsNamed(String attribute) {
        assertThat(refusal(
                        GOOD.stream()
                                .filter(header -> !header.startsWith("ce-" + attribute + ":"))
                                .toList(),
                        DATA))
                .isEqualTo(new FieldError(attribute, null, "every event has specversion, id, source and type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ce-id: %00          | id          | �         | text of one line without control characters, 1 to 256 characters
            ce-id: a%0D%0Ab     | id          | a��b      | text of one line without control characters, 1 to 256 characters
            ce-id:              | id          | ``        | text of one line without control characters, 1 to 256 characters
            ce-id: %ff          | id          | %ff       | percent-encoded UTF-8
            ce-source: /a%20b   | source      | /a b      | a URI reference such as /efeide/engine-1
            ce-time: yesterday  | time        | yesterday | a time with an offset (RFC 3339) such as 2026-11-23T02:14:07+01:00
            ce-specversion: 0.3 | specversion | 0.3       | 1.0
            """)
    void anAttributeThatIsWrongIsNamed(String header, String field, String value, String accepted) {
        assertThat(refusal(with(header), DATA)).isEqualTo(new FieldError(field, value, accepted));
    }

    @Test
    void aHeaderIsThereOnce() {
        assertThat(refusal(and("Ce-Id: other"), DATA))
                .isEqualTo(new FieldError("id", "b3c1, other", "a header that is there once"));
    }

    @Test
    void theBodyIsAnObjectInJson() {
        assertThat(refusal(GOOD, "5")).isEqualTo(new FieldError("data", "5", "an object"));
        assertThat(refusal(and("Content-Type: application/xml"), DATA))
                .isEqualTo(new FieldError("datacontenttype", "application/xml", "application/json"));
        assertThatThrownBy(() -> read(GOOD, "{")).hasCauseInstanceOf(JsonProcessingException.class);
    }

    /** The good headers with another in the place of the one that it is named like. */
    private static List<String> with(String header) {
        String name = header.substring(0, header.indexOf(':') + 1);
        return GOOD.stream()
                .map(good -> good.regionMatches(true, 0, name, 0, name.length()) ? header : good)
                .toList();
    }

    private static List<String> and(String header) {
        List<String> headers = new ArrayList<>(GOOD);
        headers.add(header);
        return headers;
    }

    private static JsonNode read(List<String> headers, String body) throws Refused {
        return Events.binary(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Report report(List<String> headers, String body) throws Refused {
        return Sent.read(read(headers, body));
    }

    private static FieldError refusal(List<String> headers, String body) {
        return Events.refusal(headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
