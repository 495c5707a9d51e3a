package no.synkvakt.access.oidc;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the realm of the tests, and Synkvakt told of it by nothing but ordinary settings. */
public class Keycloak implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "only-for-tests-and-32-characters-long";

    private static final Duration START_AT_MOST = Duration.ofMinutes(4);

    private @Nullable Process process;

    @Override
    public Map<String, String> start() {
        try {
            Optional<Path> home = KeycloakDistribution.home();
            return home.isPresent() ? settings(start(home.get())) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operator would set. The claim is the realm's own, and one role is called otherwise there. */
    private static Map<String, String> settings(String realm) {
        return Map.of(
                "quarkus.oidc.auth-server-url", realm,
                "quarkus.oidc.client-id", "synkvakt",
                "quarkus.oidc.credentials.secret", SECRET,
                "quarkus.oidc.roles.role-claim-path", "synkvakt/roles",
                "quarkus.http.auth.roles-mapping.SUPPORT_DESK", "operator");
    }

    private String start(Path home) throws IOException {
        importRealm(home);
        int port = freePort();
        Path log = home.resolve("keycloak.log");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process started = builder.start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        String realm = "http://localhost:" + port + "/realms/synkvakt";
        await().atMost(START_AT_MOST)
                .failFast("Keycloak ended, see " + log, () -> !started.isAlive())
                .until(() -> answers(realm));
        return realm;
    }

    private static void importRealm(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data").resolve("import"));
        try (InputStream realm =
                Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/realm.json"), "the realm")) {
            Files.copy(realm, folder.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(String realm) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(realm).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        Process started = process;
        if (started != null) {
            started.descendants().forEach(ProcessHandle::destroy);
            started.destroy();
        }
    }
}
