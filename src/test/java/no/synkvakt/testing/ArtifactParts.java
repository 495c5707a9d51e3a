package no.synkvakt.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** What an artifact is told beside the {@link RealParts}, which every test gets: that time passes, and fast. */
public class ArtifactParts implements QuarkusTestResourceLifecycleManager {

    private static int managementPort;

    /** Where health and metrics are: the launcher tells a test of the other port only. */
    public static int managementPort() {
        return managementPort;
    }

    /** After the {@link RealParts}, so that these settings take the place of theirs. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        managementPort = freePort();
        return Map.of(
                // Not 0: with a port of the system's choice Quarkus 3.34 registers one meter twice, and does not start.
                "quarkus.http.test-port", String.valueOf(freePort()),
                "quarkus.management.port", String.valueOf(managementPort),
                "quarkus.scheduler.enabled", "true",
                // The launcher reads the other port out of a log of words.
                "quarkus.log.file.json.enabled", "false",
                "synkvakt.watch.every", "1s",
                "synkvakt.notice.hold", "0s",
                "synkvakt.metrics.every", "1s",
                // A year of working days: the date in the mail is right only if every holiday is known.
                "synkvakt.escalate-after", "2000h");
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
