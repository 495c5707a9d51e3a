package no.synkvakt.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.awaitility.Awaitility;

/** School owners whose engine falls behind, and says everything again until Synkvakt has answered that it is durable. */
final class Owners {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AT_ONCE = Form.either(Duration.ofSeconds(1), Duration.ofMillis(100));
    private static final int TOO_MANY = 429;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Function<String, String> url;
    private final List<Owner> behind = new CopyOnWriteArrayList<>();

    /** @param url where a path is to be found at the moment */
    Owners(Function<String, String> url) {
        this.url = url;
    }

    /**
     * A school owner whose step is late.
     *
     * @param supportsTurn whether only support can set the step going again
     */
    record Owner(String id, boolean supportsTurn) {

        String name() {
            return "Owner " + id;
        }

        String admin() {
            return "ikt@" + id;
        }

        String step() {
            return supportsTurn ? "synchronization" : "import-sas";
        }
    }

    /** From now on it is about others. */
    void beginAnew() {
        behind.clear();
    }

    /** Those who are late, and must be known to be. */
    List<Owner> behind() {
        return List.copyOf(behind);
    }

    /** A new owner whose admin can set the late step going again. */
    Owner fallsBehind(String id) {
        return fallsBehind(new Owner(id, false));
    }

    Owner fallsBehind(Owner owner) {
        put(owner);
        report(owner);
        return owner;
    }

    void put(Owner owner) {
        say(
                "PUT",
                "/api/v1/municipalities/" + owner.id(),
                Key.OPERATOR,
                "application/json",
                fixture(owner).json());
    }

    /** Puts many at once, while all is well. */
    void put(List<Owner> many) {
        List<Map<String, Object>> all = many.stream()
                .map(Owners::fixture)
                .map(MunicipalityFixture::jsonWithId)
                .toList();
        say("PUT", "/api/v1/municipalities", Key.OPERATOR, "application/json", all);
    }

    private static MunicipalityFixture fixture(Owner owner) {
        return MunicipalityFixture.owner(owner.id(), owner.name(), "WIS").expecting(owner.step(), AT_ONCE);
    }

    /** It must be known to be late, however that is to be seen. */
    void isBehind(Owner owner) {
        behind.add(owner);
    }

    /** Its cycle comes to the step that will be late. */
    void report(Owner owner) {
        isBehind(owner);
        Map<String, Object> event = owner.supportsTurn()
                ? event(owner, "step.completed", Map.of("cycle", "tonight", "step", "import-sas"))
                : event(owner, "cycle.started", Map.of("cycle", "tonight"));
        say("POST", "/api/v1/events", Key.INGEST, "application/cloudevents+json", event);
    }

    private static Map<String, Object> event(Owner owner, String type, Map<String, Object> data) {
        return new HashMap<>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/engine",
                "type",
                "no.efeide.sync." + type,
                "subject",
                owner.id(),
                "time",
                Instant.now().toString(),
                "data",
                data));
    }

    private void say(String method, String path, Key key, String type, Object body) {
        byte[] bytes = Json.bytes(body);
        Awaitility.await(path)
                .atMost(PATIENCE)
                .until(() -> isTaken(HttpRequest.newBuilder(URI.create(url.apply(path)))
                        .timeout(Duration.ofSeconds(15))
                        .header("Authorization", key.header())
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build()));
    }

    private boolean isTaken(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 4 && answer.statusCode() != TOO_MANY) {
                throw new AssertionError(request + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }
}
