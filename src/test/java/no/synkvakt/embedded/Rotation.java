package no.synkvakt.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.synkvakt.testing.PackagedSynkvakt;

/** Sends requests in turn to the replicas that are ready, as a Kubernetes Service does: it asks again and again who is. */
final class Rotation implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<PackagedSynkvakt> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> probe;
    private volatile List<PackagedSynkvakt> ready = List.of();

    Rotation() {
        probe = timer.scheduleWithFixedDelay(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void add(PackagedSynkvakt replica) {
        replicas.add(replica);
    }

    void remove(PackagedSynkvakt replica) {
        replicas.remove(replica);
    }

    boolean has(PackagedSynkvakt replica) {
        return ready.contains(replica);
    }

    String url(String path) {
        List<PackagedSynkvakt> now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).url(path);
    }

    private void ask() {
        ready = replicas.stream().filter(this::isReady).toList();
    }

    private boolean isReady(PackagedSynkvakt replica) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(replica.managementUrl("/q/health/ready")))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        probe.cancel(true);
        timer.shutdownNow();
    }
}
