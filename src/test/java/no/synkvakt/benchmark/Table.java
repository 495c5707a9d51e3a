package no.synkvakt.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The table of the README, in {@code target/benchmark.md}: each figure is there as soon as it is measured. */
final class Table {

    private static final Path FILE = Path.of("target", "benchmark.md");
    private static final String HEAD = """
            | figure | measured | limit in the same run | ratio | goal | met |
            |---|---|---|---|---|---|
            """;

    private Table() {}

    /** A rate, and the rate that would be the limit. */
    static void rate(String figure, double measured, String limit, double most, String goal, boolean met) {
        row(figure, perSecond(measured), limit + ": " + perSecond(most), percent(measured / most), goal, met);
    }

    static void row(String figure, String measured, String limit, String ratio, String goal, boolean met) {
        String row = "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(figure, measured, limit, ratio, goal, goal.isEmpty() ? "" : met ? "yes" : "**no**");
        System.out.print(row);
        try {
            if (!Files.exists(FILE)) {
                Files.writeString(FILE, HEAD);
            }
            Files.writeString(FILE, row, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", ratio * 100);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%,.0f ms", millis);
    }
}
