package no.synkvakt.k8s;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The kubectl of the machine, of which only {@code kustomize} is used: it needs no cluster. */
final class Kubectl {

    static final String MISSING = "The manifest tests were left out: there is no kubectl on the PATH"
            + " (on Debian it comes with the package kubernetes-client).";

    private static final int TIMEOUT_SECONDS = 60;

    private Kubectl() {}

    static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .anyMatch(Files::isExecutable);
    }

    /** The manifests that {@code kubectl apply -k} would apply. */
    static String kustomize(Path folder) throws IOException, InterruptedException {
        // Files instead of pipes: reading a pipe would wait for a kubectl that hangs, whatever the timeout.
        Path out = Files.createTempFile("kustomize", ".yaml");
        Path errors = Files.createTempFile("kustomize", ".err");
        try {
            run(folder, out, errors);
            return Files.readString(out);
        } finally {
            Files.delete(out);
            Files.delete(errors);
        }
    }

    private static void run(Path folder, Path out, Path errors) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        // No cluster of whoever runs the tests is asked for anything.
        builder.environment().put("KUBECONFIG", "/dev/null");
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("kubectl kustomize " + folder + " did not end within " + TIMEOUT_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("kubectl kustomize " + folder + " failed: " + Files.readString(errors));
        }
    }
}
