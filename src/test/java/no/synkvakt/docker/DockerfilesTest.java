package no.synkvakt.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each image: one pinned base, no root, no shell, nothing written, and a label that says what it is. */
class DockerfilesTest {

    private static final String JVM = "Dockerfile.jvm";
    private static final String NATIVE = "Dockerfile.native-micro";

    @Test
    void thereAreTwo() throws IOException {
        assertThat(Dockerfile.names()).containsExactlyInAnyOrder(JVM, NATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void itsBaseIsPinned(String name) throws IOException {
        String base = only(name, "FROM");
        assertThat(base).matches("[a-z0-9.]+\\.[a-z]+/\\S+:\\d[\\w.-]*(@sha256:[0-9a-f]{64})?");
        assertThat(only(name, "LABEL")).contains("org.opencontainers.image.base.name=\"" + base + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void itRunsAsAUserByNumberWhoIsNotRoot(String name) throws IOException {
        assertThat(only(name, "USER")).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(Dockerfile.read(name).of("COPY")).noneMatch(copy -> copy.contains("--chown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void itNeedsNoShell(String name) throws IOException {
        Dockerfile dockerfile = Dockerfile.read(name);
        assertThat(only(name, "ENTRYPOINT")).startsWith("[\"").endsWith("\"]");
        assertThat(dockerfile.of("CMD")).allMatch(command -> command.startsWith("[\""));
        assertThat(dockerfile.of("RUN")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void itSaysWhatItIs(String name) throws IOException {
        assertThat(only(name, "LABEL"))
                .contains("image.title=\"Synkvakt\"", "image.description=", "image.version=", "image.revision=");
    }

    @Test
    void theHeapIsBounded() throws IOException {
        assertThat(only(NATIVE, "CMD")).contains("\"-Xmx");
        assertThat(only(JVM, "ENV")).contains("-XX:MaxRAMPercentage=");
    }

    /** What holds the JVM under 300 MiB after 10,000 events. */
    @Test
    void theJvmGivesBackWhatItDoesNotNeed() throws IOException {
        assertThat(only(JVM, "ENV"))
                .contains(
                        "-XX:+UseSerialGC",
                        "-XX:MaxHeapFreeRatio=40",
                        "-XX:ReservedCodeCacheSize=32m",
                        "-XX:TrimNativeHeapInterval=5000");
    }

    @Test
    void theJvmIs25() throws IOException {
        assertThat(only(JVM, "FROM")).contains("openjdk-25-runtime");
    }

    /** The ordinary package, in {@code target/quarkus-app}, carries the embedded PostgreSQL. */
    @Test
    void theJvmImageTakesThePackageThatHasNoPostgres() throws IOException {
        assertThat(Dockerfile.read(JVM).of("COPY")).isNotEmpty().allMatch(copy -> copy.startsWith("target/image/"));
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .contains("*", "!target/image")
                .doesNotContain("!target/quarkus-app");
    }

    private static String only(String name, String keyword) throws IOException {
        List<String> found = Dockerfile.read(name).of(keyword);
        assertThat(found).as(keyword).hasSize(1);
        return found.get(0);
    }
}
