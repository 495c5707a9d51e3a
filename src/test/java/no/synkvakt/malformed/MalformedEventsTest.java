package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Events that are none, in each of the three forms. */
@QuarkusTest
class MalformedEventsTest extends MalformedRequests {

    private static final String PATH = "/api/v1/events";
    private static final String ONE = "application/cloudevents+json";
    private static final Map<String, String> TYPES = Map.of("one", ONE, "batch", "application/cloudevents-batch+json");
    private static final String DATA = "{\"cycle\":\"c\",\"step\":\"import-visma-flyt\"}";

    @BeforeEach
    void lillestromIsWatched() {
        watched(lillestrom());
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Case.tests("events/bodies.txt", 6, one -> assertRefused(one, contentType(one), one.input()));
    }

    @TestFactory
    Stream<DynamicTest> attributes() {
        return Case.tests("events/attributes.txt", 5, one -> {
            String attribute = one.expected().get(0);
            List<String> answer =
                    List.of("422", one.expected().get(1), one.expected().get(2));
            byte[] event = Case.unescaped("{" + members(attribute, one.written()) + "}");
            assertRefused(answer, "POST", PATH, Key.INGEST, contentType("one"), event);
        });
    }

    @TestFactory
    Stream<DynamicTest> binaryMode() {
        return Case.tests("events/headers.txt", 5, one -> {
            List<String> headers = new ArrayList<>();
            String replaced = one.written().split(":", 2)[0];
            good().forEach((name, value) -> {
                if (!replaced.equals("ce-" + name)) {
                    headers.add("ce-" + name + ": " + value.replace("\"", ""));
                }
            });
            headers.addAll(List.of(one.written().split("↵")));
            assertRefused(one.expected(), "POST", PATH, Key.INGEST, headers, DATA.getBytes(StandardCharsets.UTF_8));
        });
    }

    @TestFactory
    Stream<DynamicTest> batchesOfWhichTheRestIsTaken() {
        return Case.tests("events/batches.txt", 4, one -> {
            String batch = one.written();
            for (int number = 1; batch.contains("GOOD"); number++) {
                batch = batch.replaceFirst("GOOD", "{" + members("id", "\"" + one.name() + number + "\"") + "}");
            }
            RawHttp.Answer answer = RawHttp.send("POST", PATH, Key.INGEST, contentType("batch"), Case.unescaped(batch));
            JsonPath json = JsonPath.from(answer.body());
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            assertThat(json.getList("rejected.index", Integer.class))
                    .containsExactly(Integer.valueOf(one.expected().get(0)));
            assertThat(json.getList("rejected[0].problem.errors.field"))
                    .containsExactly(one.expected().get(1));
            assertThat(json.getInt("accepted")).isEqualTo(2);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatLooksMalformedAndIsNot() {
        return Case.tests("events/taken.txt", 4, one -> {
            String event = "{" + members("id", "\"" + one.name() + "\"") + "}";
            byte[] body = Case.unescaped(one.written().replace("GOOD", event));
            RawHttp.Answer answer = RawHttp.send("POST", PATH, Key.INGEST, contentType(one), body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            assertThat(JsonPath.from(answer.body()).getInt("accepted"))
                    .isEqualTo(Integer.parseInt(one.expected().get(1)));
        });
    }

    private void assertRefused(Case one, List<String> headers, byte[] body) {
        assertRefused(one.expected().subList(1, 4), "POST", PATH, Key.INGEST, headers, body);
    }

    private static List<String> contentType(Case one) {
        return contentType(one.expected().get(0));
    }

    private static List<String> contentType(String name) {
        return name.equals("none") ? List.of() : List.of("Content-Type: " + TYPES.getOrDefault(name, name));
    }

    /** A good event's attributes, in JSON. */
    private static Map<String, String> good() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "\"1.0\"");
        attributes.put("id", "\"a\"");
        attributes.put("source", "\"/efeide/engine-1\"");
        attributes.put("type", "\"no.efeide.sync.step.completed\"");
        attributes.put("subject", "\"lillestrom.kommune.no\"");
        attributes.put("time", "\"2026-11-23T01:59:00+01:00\"");
        return attributes;
    }

    /** A good event's members with one changed; {@code failed.message} is that one in the data of such an event. */
    private static String members(String changed, String value) {
        Map<String, String> members = good();
        members.put("data", DATA);
        if (changed.contains(".")) {
            String[] typeAndName = changed.split("\\.", 2);
            members.put("type", "\"no.efeide.sync.step." + typeAndName[0] + "\"");
            members.put("data", data(typeAndName[1], value));
        } else {
            members.put(changed, value);
        }
        List<String> written = new ArrayList<>();
        members.forEach((name, json) -> written.add("\"" + name + "\":" + json));
        return String.join(",", written);
    }

    private static String data(String changed, String value) {
        Map<String, String> data = new LinkedHashMap<>(Map.of("cycle", "\"c\"", "step", "\"import-visma-flyt\""));
        data.put(changed, value);
        List<String> written = new ArrayList<>();
        data.forEach((name, json) -> written.add("\"" + name + "\":" + json));
        return "{" + String.join(",", written) + "}";
    }
}
