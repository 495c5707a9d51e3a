package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engines report is taken once, whatever form it comes in, and is durable when it is answered. */
@QuarkusTest
class EventsTest extends EventRequests {

    private static final String EXAMPLE = """
            { "specversion": "1.0", "id": "b3c1…", "source": "/efeide/engine-1", "type": "no.efeide.sync.step.completed",
              "subject": "lillestrom.kommune.no", "time": "2026-11-23T02:14:07+01:00",
              "data": { "cycle": "2026-11-23", "step": "Import Visma Flyt" } }""";

    @Test
    void theContractsExampleIsAccepted() {
        clock.advance(Duration.ofMinutes(15));
        Response answer = post(ONE, EXAMPLE.getBytes(StandardCharsets.UTF_8));
        assertThat(taken(answer).getMap("")).isEqualTo(Map.of("accepted", 1, "duplicates", 0, "rejected", List.of()));
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "state")).isEqualTo("DONE");
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "finishedAt")).isEqualTo("2026-11-23T01:14:07Z");
        assertThat(stored().value("select source || ' ' || id from event")).isEqualTo("/efeide/engine-1 b3c1…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents+json; charset=UTF-8", "Application/CloudEvents+JSON"})
    void theMediaTypeMayHaveACharsetAndAnyCase(String type) {
        assertThat(taken(post(type, Json.bytes(done("a")))).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void sourceAndIdSeenBeforeIsADuplicate_whateverItSays() {
        taken(post(done("a")));
        Map<String, Object> other = engineOf(LILLESTROM).event("step.failed", "import-flyvo", Map.of());
        JsonPath answer = taken(post(with(other, "id", "a")));
        assertThat(answer.getMap("")).isEqualTo(Map.of("accepted", 0, "duplicates", 1, "rejected", List.of()));
        assertThat(stored().rows("event")).isEqualTo(1);
        assertThat(statusOf(LILLESTROM).stallId()).isEmpty();
        assertThat(taken(post(with(done("a"), "source", "/efeide/engine-2"))).getInt("accepted"))
                .isEqualTo(1);
    }

    @Test
    void aDuplicateWithinOneBatchIsOneToo() {
        JsonPath answer = taken(post(List.of(done("a"), done("b"), done("a"))));
        assertThat(answer.getInt("accepted")).isEqualTo(2);
        assertThat(answer.getInt("duplicates")).isEqualTo(1);
        assertThat(stored().rows("event")).isEqualTo(2);
    }

    @Test
    void onlyDuplicates202() {
        post(List.of(done("a"), done("b")));
        assertThat(taken(post(List.of(done("a"), done("b")))).getInt("duplicates"))
                .isEqualTo(2);
    }

    @Test
    void anEventThatWasRefusedMayComeAgainWithItsId() {
        assertThat(refused(post(with(done("a"), "subject", "nobody.example"))).status())
                .isEqualTo(422);
        assertThat(taken(post(done("a"))).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void extensionAttributesAndUnknownDataAreIgnored() {
        Map<String, Object> event = with(done("a"), "traceparent", "00-1-2-03");
        event.put("comexampleextension", 5);
        event.put("dataschema", "https://x.example/schema");
        event.put("data", Map.of("cycle", "c", "step", FIRST, "engine", Map.of("version", 7)));
        assertThat(taken(post(event)).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void dataMayComeInBase64() {
        String data = Base64.getEncoder()
                .encodeToString("{\"cycle\": \"c\", \"step\": \"Import Visma Flyt\"}".getBytes(StandardCharsets.UTF_8));
        taken(post(with(without(done("a"), "data"), "data_base64", data)));
        assertThat(statusOf(LILLESTROM).json().getString("cycle.id")).isEqualTo("c");
    }

    @Test
    void withoutATimeItIsTheTimeOfReceipt() {
        taken(post(without(done("a"), "time")));
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "finishedAt")).isEqualTo("2026-11-23T01:00:00Z");
    }

    @Test
    void fiveMinutesInTheFutureIsAccepted_aMomentMoreIsRefused() {
        assertThat(taken(post(with(done("a"), "time", "2026-11-23T02:05:00+01:00")))
                        .getInt("accepted"))
                .isEqualTo(1);
        var problem = refused(post(with(done("b"), "time", "2026-11-23T02:05:00.000001+01:00")));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.error().field()).isEqualTo("time");
        assertThat(problem.error().value()).isEqualTo("2026-11-23T02:05:00.000001+01:00");
        assertThat(problem.error().accepted())
                .isEqualTo("from 2000-01-01T00:00:00Z to 5 minutes from now, which is 2026-11-23T01:00:00Z");
        assertThat(stored().values("select id from event")).containsExactly("a");
    }

    @Test
    void aHeartbeatIsStored_withoutSubjectOrData() {
        Map<String, Object> beat = Map.of(
                "specversion", "1.0", "id", "1", "source", "/efeide/engine-1", "type", "no.efeide.sync.heartbeat");
        assertThat(taken(post(beat)).getInt("accepted")).isEqualTo(1);
        assertThat(taken(post(beat)).getInt("duplicates")).isEqualTo(1);
        assertThat(stored().value("select type || ' ' || source || ' ' || (municipality is null) from event"))
                .isEqualTo("HEARTBEAT /efeide/engine-1 true");
        assertThat(stored().value("select time at time zone 'UTC' from event")).isEqualTo("2026-11-23 01:00:00");
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("NEVER_SEEN");
    }

    @Test
    void whatAnEngineSaysOfAFailedOrHeldStepIsShown() {
        Map<String, Object> counts = Map.of("added", 5, "changed", 0, "deleted", 900, "previousTotal", 2000);
        engineOf(LILLESTROM).holds(FIRST, Map.of("changes", counts, "limit", 12.5));
        assertThat(statusOf(LILLESTROM).json().getMap("cycle.steps[0].trouble.changes"))
                .isEqualTo(counts);
        assertThat((Double) statusOf(LILLESTROM).step(FIRST, "trouble.limit")).isEqualTo(12.5);
        engineOf(LILLESTROM).ago(Duration.ofSeconds(-1)).fails(FIRST, "line 1\r\nBcc: x\u0000");
        assertThat((String) statusOf(LILLESTROM).step(FIRST, "trouble.message")).isEqualTo("line 1 Bcc: x\ufffd");
    }
}
