package no.synkvakt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Synkvakt's own API, called as any engine or operator calls it. */
@Singleton
class PublicApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;
    private final String host;
    private final String address;
    private final Optional<String> apiKey;

    PublicApi(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "synkvakt.demo.api-key") Optional<String> apiKey) {
        this.json = json;
        this.host = "http://localhost:" + port;
        this.address = host + "/api/v1";
        this.apiKey = apiKey;
    }

    /** The page of all owners. */
    String board() {
        return host + "/";
    }

    private String statusAddress(String municipality) {
        return address + "/municipalities/" + municipality + "/status";
    }

    void putMunicipalities(byte[] body) throws IOException {
        send(request(address + "/municipalities")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    void report(Play.Move move) throws IOException {
        Map<String, Object> data = new HashMap<>(move.data());
        data.put("cycle", move.cycle());
        if (move.step() != null) {
            data.put("step", move.step());
        }
        Map<String, Object> event = Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/demo",
                "type",
                move.type().type(),
                "subject",
                move.municipality(),
                "data",
                data);
        send(request(address + "/events")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(event))));
    }

    /** Whether somebody has been mailed about the municipality's open stall. */
    boolean hasMailed(String municipality) throws IOException {
        JsonNode notices =
                send(request(statusAddress(municipality))).path("stall").path("notices");
        return StreamSupport.stream(notices.spliterator(), false)
                .anyMatch(notice -> notice.path("state").asText().equals("SENT"));
    }

    private HttpRequest.Builder request(String to) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to)).timeout(PATIENCE);
        apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body = json.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new IOException(
                        answer.statusCode() + " " + body.path("detail").asText());
            }
            return body;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
