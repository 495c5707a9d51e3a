package no.synkvakt.ingest;

import static no.synkvakt.ingest.Sent.example;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import no.synkvakt.base.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event's form: what CloudEvents 1.0 requires and allows, each attribute refused by its name and value. */
class CloudEventReaderTest {

    private static final String REQUIRED = "every event has specversion, id, source and type";
    private static final String LINE = "text of one line without control characters, 1 to ";
    private static final List<String> NOT_ONE_LINE =
            List.of("", " ", "a\nb", "x\r\nBcc: y", "a\u0000", "\ud800", "\udc00", "\u202ex", "x".repeat(300));

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
    @ValueSource(strings = {"0.3", "1.0.2", "2.0", "1", ""})
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
        for (String text : NOT_ONE_LINE) {
            assertThat(example().withText(attribute, text).refusal())
                    .as(text)
                    .isEqualTo(new FieldError(attribute, text, LINE + longest + " characters"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype"})
    void anAttributeOfAnotherKindIsRefused(String attribute) {
        for (String value : List.of("1", "1.5", "1700000000", "true", "[]", "[\"a\"]", "{}", "{\"a\":1}")) {
            assertThat(example().with(attribute, value).refusal())
                    .as(value)
                    .isEqualTo(new FieldError(attribute, value, "text"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last night",
                "2026-11-23",
                "2026-11-23T02:14:07",
                "2026-13-23T02:14:07Z",
                "2026-02-30T00:00:00Z",
                "2026-11-23T25:14:07Z",
                "2026-11-23T02:14:07+25:00",
                "1763860447"
            })
    void aTimeIsOneOfRfc3339(String time) {
        assertThat(example().withText("time", time).refusal())
                .isEqualTo(new FieldError(
                        "time", time, "a time with an offset (RFC 3339) such as 2026-11-23T02:14:07+01:00"));
    }

    @Test
    void aTimeIsNotEmpty() {
        assertThat(example().withText("time", "").refusal())
                .isEqualTo(new FieldError("time", "", LINE + "64 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a uri", "%zz"})
    void aSourceIsAUri(String source) {
        assertThat(example().withText("source", source).refusal())
                .isEqualTo(new FieldError("source", source, "a URI reference such as /efeide/engine-1"));
    }

    @Test
    void dataMayBeInBase64() throws Refused {
        String data = example().event().get("data").toString();

        assertThat(inBase64(data).read()).isEqualTo(example().read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "!!!", "e30=x"})
    void whatIsNoBase64IsRefused(String base64) {
        assertThat(example().without("data").withText("data_base64", base64).refusal())
                .isEqualTo(new FieldError("data_base64", base64, "base64"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x                      | not JSON
            {                      | not JSON
            {} x                   | not JSON
            {"cycle":1,"cycle":2}  | not JSON
            []                     | []
            """)
    void dataInBase64IsHeldToTheSame(String data, String value) {
        assertThat(inBase64(data).refusal()).isEqualTo(new FieldError("data", value, "an object"));
    }

    @Test
    void dataInBase64IsNotEmpty() {
        assertThat(inBase64("").refusal().field()).isEqualTo("data_base64");
    }

    @Test
    void dataIsThereOnce() {
        assertThat(example().withText("data_base64", "e30=").refusal())
                .isEqualTo(new FieldError("data_base64", "e30=", "either data or data_base64"));
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

    private static Sent inBase64(String data) {
        String base64 = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
        return example().without("data").withText("data_base64", base64);
    }
}
