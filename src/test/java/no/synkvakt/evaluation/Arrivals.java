package no.synkvakt.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.synkvakt.deadline.LearningBounds;
import no.synkvakt.deadline.Run;

/**
 * Real publication times of public daily data, taken as a step that is ready at midnight (UTC) and done with the day's first
 * publication. A day without one is a true stall from midnight to midnight, as far as the data says: nobody may have meant to
 * publish. A day with one is none, however late. What is configured is 20 hours, the cap is the day.
 */
record Arrivals(String name, Map<LocalDate, Duration> firstOfDay, LocalDate last) {

    static final String HEAD = """
            | real series | limits | days | gaps | false alarms per year | gaps found | median delay from midnight |
            |---|---|---|---|---|---|---|""";

    private static final Duration CONFIGURED = Duration.ofHours(20);
    private static final LearningBounds BOUNDS = new LearningBounds(Duration.ofHours(4), Duration.ofDays(1));

    /** The part of a series in which publication was daily. */
    static Arrivals read(String name, LocalDate last) {
        Map<LocalDate, Duration> first = new TreeMap<>();
        for (String line : lines("/real/" + name + ".txt")) {
            Instant at = Instant.parse(line);
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            if (!day.isAfter(last)) {
                first.merge(
                        day,
                        Duration.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), at),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return new Arrivals(name, first, last);
    }

    String row(Limits limits) {
        List<Run> runs = new ArrayList<>();
        List<Duration> delays = new ArrayList<>();
        int days = 0;
        int gaps = 0;
        int falseAlarms = 0;
        for (LocalDate day = Collections.min(firstOfDay.keySet()); !day.isAfter(last); day = day.plusDays(1)) {
            days++;
            Duration limit = limits.rule().apply(runs, BOUNDS).orElse(CONFIGURED);
            Duration took = firstOfDay.get(day);
            if (took == null) {
                gaps++;
                if (limit.compareTo(Duration.ofDays(1)) < 0) {
                    delays.add(limit);
                }
                continue;
            }
            boolean called = took.compareTo(limit) > 0;
            falseAlarms += called ? 1 : 0;
            runs.add(new Run(day.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC), took, false, called));
        }
        Collections.sort(delays);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.1f | %.0f %% | %s |",
                name,
                limits.name(),
                days,
                gaps,
                365.0 * falseAlarms / days,
                100.0 * delays.size() / gaps,
                delays.isEmpty() ? "–" : Evaluation.minutes(delays.get((delays.size() - 1) / 2)));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Arrivals.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
