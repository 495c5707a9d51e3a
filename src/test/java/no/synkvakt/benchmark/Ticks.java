package no.synkvakt.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The watcher's ticks up to now, as the metrics tell.
 *
 * @param count how many ended well
 * @param seconds how long they took together
 */
record Ticks(double count, double seconds) {

    static Ticks of(Machine machine) {
        try (var in = URI.create(machine.synkvakt().managementUrl("/q/metrics"))
                .toURL()
                .openStream()) {
            String metrics = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Ticks(value(metrics, "count"), value(metrics, "sum"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ticks since(Ticks before) {
        return new Ticks(count - before.count, seconds - before.seconds);
    }

    /** In milliseconds. */
    double mean() {
        return seconds / count * 1000;
    }

    private static double value(String metrics, String of) {
        Matcher line = Pattern.compile("synkvakt_tick_seconds_" + of + "\\{outcome=\"done\"[^}]*} (\\S+)")
                .matcher(metrics);
        if (!line.find()) {
            throw new AssertionError("no tick in the metrics");
        }
        return Double.parseDouble(line.group(1));
    }
}
