package no.synkvakt.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests in turn to the replicas that are ready, as a Kubernetes Service does: it asks again and again who is. */
final class Rotation implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<PackagedSynkvakt> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread probe = new Thread(this::askAgainAndAgain);
    private volatile List<PackagedSynkvakt> ready = List.of();

    Rotation() {
        probe.start();
    }

    void add(PackagedSynkvakt replica) {
        replicas.add(replica);
    }

    void remove(PackagedSynkvakt replica) {
        replicas.remove(replica);
    }

    int ready() {
        return ready.size();
    }

    boolean has(PackagedSynkvakt replica) {
        return ready.contains(replica);
    }

    String url(String path) {
        List<PackagedSynkvakt> now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).url(path);
    }

    private void askAgainAndAgain() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<PackagedSynkvakt> found = new ArrayList<>();
                for (PackagedSynkvakt replica : replicas) {
                    if (isReady(replica)) {
                        found.add(replica);
                    }
                }
                ready = List.copyOf(found);
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(PackagedSynkvakt replica) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(replica.managementUrl("/q/health/ready")))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        probe.interrupt();
    }
}
