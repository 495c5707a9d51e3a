package no.synkvakt.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged Synkvakt in a process of its own, as whoever downloads it starts it: the jar, or the native executable if one was built. */
public final class PackagedSynkvakt implements AutoCloseable {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Path BUILT = Path.of("target", "quarkus-artifact.properties");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** It starts in half the time, and serves no test for long enough to miss what a better compiler makes. */
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private PackagedSynkvakt(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts one.
     *
     * @param dir where it runs, and leaves its data and its log
     */
    public static PackagedSynkvakt launch(Path dir, Map<String, String> settings) {
        return launch(dir, settings, JVM);
    }

    /** The same with other options of the JVM. */
    public static PackagedSynkvakt launch(Path dir, Map<String, String> settings, List<String> jvm) {
        int port = freePort();
        int managementPort = freePort();
        List<String> properties = new ArrayList<>();
        properties.add("-Dquarkus.http.port=" + port);
        properties.add("-Dquarkus.management.port=" + managementPort);
        settings.forEach((name, value) -> properties.add("-D" + name + "=" + value));
        List<String> command = isNative() ? executable(properties) : java(jvm, properties);
        Path log = dir.resolve("log-" + port);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(dir.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new PackagedSynkvakt(process, log, port, managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(List<String> jvm, List<String> properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(properties);
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    private static List<String> executable(List<String> properties) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("native.image.path", ""));
        command.addAll(properties);
        return command;
    }

    private static boolean isNative() {
        try {
            return Files.exists(BUILT) && Files.readAllLines(BUILT).contains("type=native");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PackagedSynkvakt untilReady() {
        await().atMost(PATIENCE).until(() -> log().contains("Listening on:") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("it did not start:\n" + log());
        }
        return this;
    }

    /** Waits for its end and tells the exit code. */
    public int untilEnded() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it is still running:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public String managementUrl(String path) {
        return "http://localhost:" + managementPort + path;
    }

    public int port() {
        return port;
    }

    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        untilEnded();
    }

    /** How long its threads have been at work. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether there is a packaged jar to start; a native build has none. */
    public static boolean isThere() {
        return Files.exists(JAR) && !isNative();
    }

    /** Stops it as Kubernetes does, by SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        untilEnded();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
