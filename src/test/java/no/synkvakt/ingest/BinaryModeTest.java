package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import no.synkvakt.testing.RawHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudEvents in binary mode: attributes in headers, data as the body. */
@QuarkusTest
class BinaryModeTest extends EventRequests {

    private static final String DATA = "{ \"cycle\": \"2026-11-23\", \"step\": \"Import Visma Flyt\" }";

    @Test
    void anEventIsTakenFromHeadersAndBody() {
        taken(post(headers(), DATA, "application/json"));
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "finishedAt")).isEqualTo("2026-11-23T00:59:00Z");
        assertThat(stored().value("select source || ' ' || id from event")).isEqualTo("/efeide/engine-1 b-1");
    }

    @Test
    void itNeedsNoContentType() {
        assertThat(taken(post(headers(), DATA, null)).getInt("accepted")).isEqualTo(1);
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
    void headersArePercentEncodedAndMayBeQuoted(String header, String id) {
        taken(post(with("ce-id", header), DATA, null));
        assertThat(stored().value("select id from event")).isEqualTo(id);
    }

    @Test
    void headersMayBeInAnyCase() {
        Map<String, String> headers = headers();
        headers.put("CE-ID", headers.remove("ce-id"));
        taken(post(headers, DATA, null));
        assertThat(stored().value("select id from event")).isEqualTo("b-1");
    }

    @Test
    void aHeartbeatNeedsNoBody() {
        Map<String, String> headers = with("ce-type", "no.efeide.sync.heartbeat");
        headers.remove("ce-subject");
        assertThat(taken(post(headers, "", null)).getInt("accepted")).isEqualTo(1);
        assertThat(stored().value("select type from event")).isEqualTo("HEARTBEAT");
    }

    @Test
    void extensionHeadersAreIgnored_alsoThoseNamedLikeData() {
        Map<String, String> headers = with("ce-traceparent", "00-1-2-03");
        headers.put("ce-data", "x");
        headers.put("ce-data_base64", "!");
        assertThat(taken(post(headers, DATA, null)).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void theSameEventInAnotherModeIsADuplicate() {
        taken(post(headers(), DATA, null));
        assertThat(EventRequests.taken(EventRequests.post(done("b-1"))).getInt("duplicates"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-id", "ce-source", "ce-type"})
    void anAttributeThatIsMissingIsNamed(String header) {
        Map<String, String> headers = headers();
        headers.remove(header);
        ProblemAnswer problem = refused(post(headers, DATA, null));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error())
                .isEqualTo(new FieldAtFault(
                        header.substring(3), null, "every event has specversion, id, source and type"));
    }

    @ParameterizedTest
    @CsvSource({
        "ce-id, %00, id",
        "ce-id, a%0D%0Ab, id",
        "ce-id, '', id",
        "ce-source, /a%20b, source",
        "ce-time, yesterday, time",
        "ce-specversion, 0.3, specversion",
        "ce-subject, nobody.example, subject"
    })
    void anAttributeThatIsWrongIsNamed(String header, String value, String field) {
        ProblemAnswer problem = refused(post(with(header, value), DATA, null));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.fields()).containsExactly(field);
        assertThat(stored().rows("event")).isZero();
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertThat(refused(post(headers(), "{", null)).status()).isEqualTo(400);
        assertThat(refused(post(headers(), "5", null)).error()).isEqualTo(new FieldAtFault("data", "5", "an object"));
        assertThat(refused(post(headers(), DATA, "application/xml")).error())
                .isEqualTo(new FieldAtFault("datacontenttype", "application/xml", "application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/cloudevents+xml"})
    void whatIsNoCloudEventIs415_andTellsWhatWouldBe(String type) {
        ProblemAnswer problem = refused(post(Map.of(), "{}", type));
        assertThat(problem.status()).isEqualTo(415);
        assertThat(problem.error())
                .isEqualTo(new FieldAtFault(
                        "Content-Type",
                        type,
                        "application/cloudevents+json, application/cloudevents-batch+json,"
                                + " or ce-* headers (binary mode)"));
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                "ce-specversion", "1.0",
                "ce-id", "b-1",
                "ce-source", "/efeide/engine-1",
                "ce-type", "no.efeide.sync.step.completed",
                "ce-subject", "lillestrom.kommune.no",
                "ce-time", "2026-11-23T01:59:00+01:00"));
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = headers();
        headers.put(header, value);
        return headers;
    }

    private static RawHttp.Answer post(Map<String, String> headers, String body, @Nullable String type) {
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        if (type != null) {
            lines.add("Content-Type: " + type);
        }
        return RawHttp.send("POST", "/api/v1/events", Key.INGEST, lines, body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonPath taken(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return JsonPath.from(answer.body());
    }

    private static ProblemAnswer refused(RawHttp.Answer answer) {
        return ProblemAnswer.of(answer);
    }
}
