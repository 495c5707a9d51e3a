package no.synkvakt.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.MunicipalityFixture;

/** Engines that report without a pause that a step of each owner has failed. */
final class Engines implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final AtomicInteger reported = new AtomicInteger();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private volatile boolean going = true;

    private Engines() {}

    static Engines reporting(Rotation rotation, List<MunicipalityFixture> owners) {
        Engines engines = new Engines();
        for (int thread = 0; thread < AT_ONCE; thread++) {
            engines.threads.execute(() -> {
                for (int turn = 0; engines.going; turn++) {
                    engines.report(rotation.url("/api/v1/events"), owners.get(turn % owners.size()));
                }
            });
        }
        return engines;
    }

    int reported() {
        return reported.get();
    }

    List<String> errors() {
        return errors;
    }

    void untilReported(int events) {
        await().atMost(Duration.ofMinutes(1)).until(() -> reported() >= events || !errors.isEmpty());
    }

    /** Ends the reports; what is under way is waited for. */
    void stop() {
        going = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new AssertionError("a request hangs");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void report(String url, MunicipalityFixture owner) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer secret")
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(event(owner))))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                reported.incrementAndGet();
            } else {
                errors.add(url + " " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            errors.add(url + " " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> event(MunicipalityFixture owner) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/engine",
                "type",
                "no.efeide.sync.step.failed",
                "subject",
                owner.id(),
                "data",
                Map.of("cycle", "tonight", "step", "import-sas", "message", "no route to host"));
    }

    @Override
    public void close() {
        going = false;
        threads.shutdownNow();
    }
}
