package no.synkvakt.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What Synkvakt runs on when nothing is configured: a real PostgreSQL of its own, whose data outlives it; mail into the log;
 * the demo; this machine only. Whatever is configured stays as it is.
 */
final class EmbeddedDefault {

    private static final String DEFAULT_DIR = ".synkvakt";
    private static final String LOOPBACK = "127.0.0.1";

    private EmbeddedDefault() {}

    static void start(Config config) throws IOException {
        Path dir = Path.of(config.getOptionalValue("synkvakt.embedded.dir", String.class)
                        .orElse(DEFAULT_DIR))
                .toAbsolutePath();
        EmbeddedPostgres postgres = postgres(dir.resolve("postgresql"));
        System.setProperty("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", "postgres");
        System.setProperty("synkvakt.embedded", "true");
        byDefault(config, "quarkus.mailer.mock", "true");
        byDefault(config, "synkvakt.demo", "true");
        if (!hasKeys(config)) {
            byDefault(config, "quarkus.http.host", LOOPBACK);
            byDefault(config, "quarkus.management.host", LOOPBACK);
        }
    }

    private static EmbeddedPostgres postgres(Path data) throws IOException {
        Files.createDirectories(data.getParent());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", LOOPBACK)
                .start();
    }

    private static void byDefault(Config config, String property, String value) {
        if (config.getOptionalValue(property, String.class).isEmpty()) {
            System.setProperty(property, value);
        }
    }

    private static boolean hasKeys(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .anyMatch(name -> name.startsWith("synkvakt.api-keys."));
    }
}
