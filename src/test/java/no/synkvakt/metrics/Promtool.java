package no.synkvakt.metrics;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The promtool of the machine; without one, whoever asks for it is skipped. */
final class Promtool {

    private static final String MISSING =
            "The tests of alerts and metrics by promtool were left out: there is no promtool on"
                    + " the PATH (on Debian it comes with the package prometheus).";

    private static final int TIMEOUT_SECONDS = 60;

    private Promtool() {}

    /** What promtool says, and nothing is wrong. */
    static String accepts(Path input, String... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere(), MISSING);
        Path output = Files.createTempFile("promtool", ".txt");
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                            .toList())
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            String said = Files.readString(output);
            if (process.waitFor() != 0) {
                throw new AssertionError("promtool " + List.of(arguments) + " says:\n" + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .anyMatch(Files::isExecutable);
    }
}
