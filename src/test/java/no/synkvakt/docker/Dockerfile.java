package no.synkvakt.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The instructions of a Dockerfile, each on one line and without comments. */
record Dockerfile(List<String> instructions) {

    static Dockerfile read(String name) throws IOException {
        String text = Files.readString(Path.of("src", "main", "docker", name));
        return new Dockerfile(text.replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "docker"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** What stands behind each such keyword. */
    List<String> of(String keyword) {
        return instructions.stream()
                .filter(line -> line.startsWith(keyword + " "))
                .map(line -> line.substring(keyword.length()).strip())
                .toList();
    }
}
