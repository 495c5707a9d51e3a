package no.synkvakt.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The table fault, runs, lost, repeated: a file for each row, since unit and integration tests are processes of their own. */
final class Findings {

    private static final Path ROWS = Path.of("target", "faults");
    private static final String HEAD = """
            | fault | runs | lost | repeated |
            |---|---|---|---|
            """;

    private Findings() {}

    static void note(String fault, int runs, Audit audit) {
        String row = "| %s | %d | %d | %d |%n"
                .formatted(fault, runs, audit.lost().size(), audit.repeated().size());
        try {
            Files.createDirectories(ROWS);
            Files.writeString(ROWS.resolve(fault.replaceAll("[^A-Za-z0-9]+", "-") + ".row"), row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the table together from the rows of the latest runs, and shows it. */
    static void show() {
        try (Stream<Path> files = Files.list(ROWS)) {
            StringBuilder table = new StringBuilder(HEAD);
            List<Path> rows = files.filter(file -> file.toString().endsWith(".row"))
                    .sorted()
                    .toList();
            for (Path row : rows) {
                table.append(Files.readString(row, StandardCharsets.UTF_8));
            }
            Files.writeString(ROWS.resolve("table.md"), table);
            System.out.println("\n" + table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
