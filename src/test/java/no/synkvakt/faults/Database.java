package no.synkvakt.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.TestDatabase;

/** A real PostgreSQL that keeps data and port through what is done to it. */
class Database implements TestDatabase {

    private static final String CONNECTIONS = "60";

    private final Path data;
    private EmbeddedPostgres postgres;

    Database(Path data, Map<String, String> config) {
        this.data = data;
        this.postgres = start(data, 0, config);
    }

    static Database in(Path dir) {
        return new Database(dir.resolve("data"), Map.of());
    }

    @Override
    public String url() {
        return "jdbc:postgresql://localhost:" + port() + "/postgres";
    }

    int port() {
        return postgres.getPort();
    }

    /** It is shut down: what is under way is broken off, what is committed is written. */
    void stops() {
        close();
    }

    /** All at once, as when its machine loses power: what is committed is in its log alone. */
    void crashes() {
        postgres.getProcess().destroyForcibly();
        close();
    }

    /** Its processes are stopped where they are: connections stay open, and the kernel takes new ones. */
    void fallsSilent() {
        signal("-STOP");
    }

    void speaksAgain() {
        signal("-CONT");
    }

    private void signal(String signal) {
        ProcessHandle postmaster = postgres.getProcess().toHandle();
        List<String> command = new ArrayList<>(List.of("kill", signal, String.valueOf(postmaster.pid())));
        postmaster.descendants().forEach(one -> command.add(String.valueOf(one.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void startsAgain() {
        postgres = start(data, postgres.getPort(), Map.of());
    }

    void startsAgain(Map<String, String> config) {
        postgres = start(data, postgres.getPort(), config);
    }

    private static EmbeddedPostgres start(Path data, int port, Map<String, String> config) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", CONNECTIONS);
        config.forEach(builder::setServerConfig);
        if (port != 0) {
            builder.setPort(port);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
