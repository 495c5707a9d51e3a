package no.synkvakt.testing;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;

/** A sync engine that reports one municipality's cycles, at the clock's time unless told otherwise. */
public final class Engine {

    /** The cycle that is reported when no other is named. */
    public static final String TONIGHT = "2026-11-23";

    private final Clock clock;
    private final String municipality;
    private final String cycle;
    private final Duration ago;

    public Engine(Clock clock, String municipality) {
        this(clock, municipality, TONIGHT, Duration.ZERO);
    }

    private Engine(Clock clock, String municipality, String cycle, Duration ago) {
        this.clock = clock;
        this.municipality = municipality;
        this.cycle = cycle;
        this.ago = ago;
    }

    public Engine inCycle(String name) {
        return new Engine(clock, municipality, name, ago);
    }

    /** Reports of what happened some time ago. */
    public Engine ago(Duration duration) {
        return new Engine(clock, municipality, cycle, duration);
    }

    public Engine startsCycle() {
        return report("cycle.started", null, Map.of());
    }

    public Engine completesCycle() {
        return report("cycle.completed", null, Map.of());
    }

    public Engine starts(String step) {
        return report("step.started", step, Map.of());
    }

    public Engine completes(String step) {
        return report("step.completed", step, Map.of());
    }

    public Engine fails(String step, String message) {
        return report("step.failed", step, Map.of("message", message));
    }

    public Engine holds(String step) {
        return report("step.held", step, Map.of());
    }

    public Engine holds(String step, Map<String, Object> counts) {
        return report("step.held", step, counts);
    }

    /** Says that the engine lives, of no municipality. */
    public Engine beats() {
        Map<String, Object> beat = event("heartbeat", null, Map.of());
        beat.remove("subject");
        beat.remove("data");
        send(beat).statusCode(202);
        return this;
    }

    private Engine report(String type, @Nullable String step, Map<String, Object> more) {
        send(event(type, step, more)).statusCode(202);
        return this;
    }

    /** An event as it goes over the wire. */
    public Map<String, Object> event(String type, @Nullable String step, Map<String, Object> more) {
        Instant time = clock.instant().minus(ago);
        Map<String, Object> data = new HashMap<>(more);
        data.put("cycle", cycle);
        if (step != null) {
            data.put("step", step);
        }
        return new HashMap<>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/efeide/engine-1",
                "type",
                "no.efeide.sync." + type,
                "subject",
                municipality,
                "time",
                time.toString(),
                "data",
                data));
    }

    /** Sends many events at once. */
    public static void sendAll(List<Map<String, Object>> events) {
        RestAssured.given()
                .header("Authorization", Key.INGEST.header())
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(Json.bytes(events))
                .post("/api/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", Matchers.equalTo(events.size()));
    }

    /** Sends one event, in structured mode. */
    public static ValidatableResponse send(Map<String, Object> event) {
        return RestAssured.given()
                .header("Authorization", Key.INGEST.header())
                .header("Content-Type", "application/cloudevents+json")
                .body(Json.bytes(event))
                .post("/api/v1/events")
                .then();
    }
}
