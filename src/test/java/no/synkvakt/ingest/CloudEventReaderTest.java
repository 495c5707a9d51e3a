package no.synkvakt.ingest;

import static no.synkvakt.ingest.Sent.example;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.synkvakt.base.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event's form: what CloudEvents 1.0 requires and allows, each attribute refused by its name and value. */
class CloudEventReaderTest {

    private static final String REQUIRED = "every event has specversion, id, source and type";
    private static final String LINE = "text of one line without control characters, 1 to ";

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void whatIsRequiredHasToBeThere(String attribute) {
        FieldError missing = new FieldError(attribute, null, REQUIRED);

        assertThat(example().without(attribute).refusal()).isEqualTo(missing);
        assertThat(example().with(attribute, "null").refusal()).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"1, number", "\"a\", string", "null, null", "[], array", "true, boolean"})
    void anEventIsAnObject(String event, String kind) {
        assertThat(Sent.refusal(Sent.json(event))).isEqualTo(new FieldError("(event)", kind, "an object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1.0.2", "2.0", "1"})
    void anotherVersionIsRefused(String version) {
        assertThat(example().withText("specversion", version).refusal())
                .isEqualTo(new FieldError("specversion", version, "1.0"));
    }

    @ParameterizedTest
    @CsvSource({"id, 256", "source, 256", "subject, 63"})
    void upToItsLengthAnAttributeIsTaken_andOneMoreIsNot(String attribute, int longest) throws Refused {
        assertThat(example().withText(attribute, "x".repeat(longest)).read()).isInstanceOf(Report.OfCycle.class);
        assertThat(example().withText(attribute, "x".repeat(longest + 1)).refusal())
                .isEqualTo(new FieldError(attribute, "x".repeat(longest + 1), LINE + longest + " characters"));
    }

    @ParameterizedTest
    @CsvSource({"id, 256", "source, 256", "subject, 63", "type, 200"})
    void anAttributeIsOneLineOfText(String attribute, int longest) {
        for (String text : new String[] {"", " ", "a\nb", "a\u0000", "\ud800"}) {
            assertThat(example().withText(attribute, text).refusal())
                    .isEqualTo(new FieldError(attribute, text, LINE + longest + " characters"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            specversion | 1.0
            id          | 7
            source      | true
            type        | ["a"]
            subject     | {"a":1}
            time        | 1700000000
            """)
    void anAttributeOfAnotherKindIsRefused(String attribute, String value) {
        assertThat(example().with(attribute, value).refusal()).isEqualTo(new FieldError(attribute, value, "text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"last night", "2026-11-23", "2026-11-23T02:14:07", "2026-13-23T02:14:07Z", "2026-11-23T25:14:07Z"
            })
    void aTimeIsOneOfRfc3339(String time) {
        assertThat(example().withText("time", time).refusal())
                .satisfies(error -> assertThat(error.field()).isEqualTo("time"))
                .satisfies(error -> assertThat(error.value()).contains(time))
                .satisfies(error -> assertThat(error.accepted()).startsWith("a time with an offset (RFC 3339)"));
    }

    @Test
    void aSourceIsAUri() {
        assertThat(example().withText("source", "not a uri").refusal())
                .satisfies(error -> assertThat(error.field()).isEqualTo("source"))
                .satisfies(error -> assertThat(error.value()).contains("not a uri"));
    }

    @Test
    void dataMayBeInBase64() throws Refused {
        String data = Base64.getEncoder()
                .encodeToString(example().event().get("data").toString().getBytes(StandardCharsets.UTF_8));

        assertThat(example().without("data").withText("data_base64", data).read())
                .isEqualTo(example().read());
        assertThat(example()
                        .without("data")
                        .withText("data_base64", "***")
                        .refusal()
                        .field())
                .isEqualTo("data_base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json; charset=utf-8",
                "application/vnd.efeide+json",
                "text/json",
            })
    void dataIsJson(String type) throws Refused {
        assertThat(example().withText("datacontenttype", type).read())
                .isEqualTo(example().read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/jsonx", "json"})
    void dataOfAnotherTypeIsRefused(String type) {
        assertThat(example().withText("datacontenttype", type).refusal())
                .isEqualTo(new FieldError("datacontenttype", type, "application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "7", "true"})
    void dataIsAnObject(String data) {
        assertThat(example().with("data", data).refusal()).isEqualTo(new FieldError("data", data, "an object"));
    }

    @Test
    void anEventWithoutDataLacksItsCycle() {
        FieldError missing = new FieldError("data.cycle", null, "the engine's name of the cycle");

        assertThat(example().without("data").refusal()).isEqualTo(missing);
        assertThat(example().with("data", "null").refusal()).isEqualTo(missing);
    }
}
