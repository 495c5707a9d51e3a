package no.synkvakt.access.oidc;

import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Keycloak as Maven Central has it, in the version that the POM names. It is no dependency of the POM: the build of whoever
 * cannot have it would fail. Quarkus' own resolver of artifacts goes by Maven's settings, local repository and {@code -o}.
 */
final class KeycloakDistribution {

    private static final String VERSION = System.getProperty("keycloak.version", "");
    private static final Path FOLDER = Path.of("target", "keycloak");

    private KeycloakDistribution() {}

    /** The unpacked distribution; empty when it cannot be had, which the run says. */
    static Optional<Path> home() throws IOException {
        Path home = FOLDER.resolve("keycloak-" + VERSION).toAbsolutePath();
        Path whole = home.resolve("whole");
        if (Files.exists(whole)) {
            return Optional.of(home);
        }
        Optional<Path> zip = zip();
        if (zip.isPresent()) {
            unpack(zip.get());
            Files.createFile(whole);
        }
        return zip.map(there -> home);
    }

    private static Optional<Path> zip() {
        try {
            return Optional.of(MavenArtifactResolver.builder()
                    .setWorkspaceDiscovery(false)
                    .build()
                    .resolve(new DefaultArtifact("org.keycloak", "keycloak-quarkus-dist", "zip", VERSION))
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (BootstrapMavenException e) {
            System.err.println("[WARNING] " + OidcTest.MISSING + " " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void unpack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement());
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        Path target = FOLDER.resolve(entry.getName()).normalize();
        if (!target.startsWith(FOLDER)) {
            throw new IOException(entry.getName() + " leads out of the distribution");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
