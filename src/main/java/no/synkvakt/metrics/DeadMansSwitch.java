package no.synkvakt.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A service that alarms when it is not called. Takes a {@code GET}, as all of them do. */
class DeadMansSwitch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpRequest request;

    DeadMansSwitch(URI address) {
        this.request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("User-Agent", "Synkvakt")
                .build();
    }

    /** Calls it. Returns why it did not take the call, without its address; empty when it did. */
    Optional<String> call() {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("it answers with status " + status);
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the call was broken off");
        }
    }
}
