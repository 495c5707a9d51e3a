package no.synkvakt.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What Synkvakt runs on when nothing is configured: a real PostgreSQL of its own, whose data outlives it; mail into the log;
 * the demo; this machine only. Whatever is configured stays as it is.
 */
final class EmbeddedDefault {

    private static final String DEFAULT_DIR = ".synkvakt";
    private static final String DEMO_KEY = "synkvakt.demo.api-key";
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
        if (hasKeys(config) || hasProvider(config)) {
            giveDemoKey(config);
        } else {
            byDefault(config, "quarkus.http.host", LOOPBACK);
            byDefault(config, "quarkus.management.host", LOOPBACK);
        }
    }

    /** Where callers need keys, the demo's engine needs one too: a new one at each start, known to this process alone. */
    private static void giveDemoKey(Config config) {
        if (config.getOptionalValue(DEMO_KEY, String.class).isEmpty()) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            String key = HexFormat.of().formatHex(random);
            System.setProperty(DEMO_KEY, key);
            System.setProperty("synkvakt.api-keys.demo.sha256", sha256(key));
            System.setProperty("synkvakt.api-keys.demo.role", "operator");
        }
    }

    private static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Unlike what its library would start, made for tests: what it says is stored outlives a loss of power. */
    static EmbeddedPostgres postgres(Path data) throws IOException {
        Files.createDirectories(data.getParent());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", LOOPBACK)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    private static void byDefault(Config config, String property, String value) {
        if (config.getOptionalValue(property, String.class).isEmpty()) {
            System.setProperty(property, value);
        }
    }

    private static boolean hasProvider(Config config) {
        return config.getOptionalValue("quarkus.oidc.auth-server-url", String.class)
                .isPresent();
    }

    /** Whether a key is configured, be it as {@code synkvakt.api-keys."x".role} or as {@code SYNKVAKT_API_KEYS__X__ROLE}. */
    private static boolean hasKeys(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("SYNKVAKT_API_KEYS_"));
    }
}
