package no.synkvakt.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The table of the README, written row by row, so that what was measured is there when a later figure cannot be. */
final class Table {

    private static final Path FILE = Path.of("target", "benchmark.md");
    private static final String HEAD = """
            | figure | measured | limit in the same run | ratio | goal | met |
            |---|---|---|---|---|---|
            """;

    private final StringBuilder rows = new StringBuilder(HEAD);

    /** A rate, and the rate that would be the limit. */
    void rate(String figure, double measured, String limit, double most, String goal, boolean met) {
        row(figure, perSecond(measured), limit + ": " + perSecond(most), percent(measured / most), goal, met);
    }

    void row(String figure, String measured, String limit, String ratio, String goal, boolean met) {
        String row = "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(figure, measured, limit, ratio, goal, met ? "yes" : "**no**");
        rows.append(row);
        System.out.print(row);
        try {
            Files.writeString(FILE, rows);
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

    @Override
    public String toString() {
        return rows.toString();
    }
}
