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

/** Requests in binary mode, attributes in headers and data as the body: one of each kind of answer. */
@QuarkusTest
class BinaryRequestsTest extends EventRequests {

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

    @Test
    void headersMayBeInAnyCase_encodedAndInQuotes() {
        Map<String, String> headers = headers();
        headers.remove("ce-id");
        headers.put("CE-ID", "\"b%C3%A6 \\\"1\\\"\"");
        taken(post(headers, DATA, null));
        assertThat(stored().value("select id from event")).isEqualTo("bæ \"1\"");
    }

    @Test
    void aHeartbeatNeedsNoBody() {
        Map<String, String> headers = with("ce-type", "no.efeide.sync.heartbeat");
        headers.remove("ce-subject");
        assertThat(taken(post(headers, "", null)).getInt("accepted")).isEqualTo(1);
        assertThat(stored().value("select type from event")).isEqualTo("HEARTBEAT");
    }

    @Test
    void theSameEventInAnotherModeIsADuplicate() {
        taken(post(headers(), DATA, null));
        assertThat(EventRequests.taken(EventRequests.post(done("b-1"))).getInt("duplicates"))
                .isEqualTo(1);
    }

    @Test
    void whatIsMissingWrongNotEncodedOrUnknownIsNamed_andNothingIsStored() {
        Map<String, String> withoutId = headers();
        withoutId.remove("ce-id");
        assertRefused(withoutId, new FieldAtFault("id", null, "every event has specversion, id, source and type"));
        assertRefused(with("ce-specversion", "0.3"), new FieldAtFault("specversion", "0.3", "1.0"));
        assertRefused(with("ce-id", "%ff"), new FieldAtFault("id", "%ff", "percent-encoded UTF-8"));
        assertRefused(
                with("ce-subject", "nobody.example"),
                new FieldAtFault("subject", "nobody.example", "the id of a municipality that Synkvakt knows"));
        assertThat(stored().rows("event")).isZero();
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertThat(refused(post(headers(), "{", null)).status()).isEqualTo(400);
        assertThat(refused(post(headers(), "5", null)).error()).isEqualTo(new FieldAtFault("data", "5", "an object"));
        assertThat(refused(post(headers(), DATA, "application/xml")).error())
                .isEqualTo(new FieldAtFault("datacontenttype", "application/xml", "application/json"));
    }

    @Test
    void whatIsNoCloudEventIs415_andTellsWhatWouldBe() {
        for (String type : List.of("application/json", "text/plain", "application/cloudevents+xml")) {
            ProblemAnswer problem = refused(post(Map.of(), "{}", type));
            assertThat(problem.status()).as(type).isEqualTo(415);
            assertThat(problem.error())
                    .isEqualTo(new FieldAtFault(
                            "Content-Type",
                            type,
                            "application/cloudevents+json, application/cloudevents-batch+json,"
                                    + " or ce-* headers (binary mode)"));
        }
    }

    private static void assertRefused(Map<String, String> headers, FieldAtFault error) {
        ProblemAnswer problem = refused(post(headers, DATA, null));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error()).isEqualTo(error);
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
