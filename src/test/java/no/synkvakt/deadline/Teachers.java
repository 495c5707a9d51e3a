package no.synkvakt.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of a step that is configured to take an hour at most, night by night from a Monday on. */
record Teachers(List<Run> runs) {

    static final LearningBounds BOUNDS = LearningBounds.of(Duration.ofHours(1));

    private static final Instant FIRST = Instant.parse("2026-09-07T01:00:00Z");

    static Teachers nobody() {
        return new Teachers(List.of());
    }

    static Teachers nights(int count, double minutes) {
        return nobody().then(count, minutes);
    }

    static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    Teachers then(int count, double minutes) {
        return then(count, minutes(minutes), false, false);
    }

    Teachers thenStalled(int count, double minutes) {
        return then(count, minutes(minutes), false, true);
    }

    Teachers thenInferred(int count, double minutes) {
        return then(count, minutes(minutes), true, false);
    }

    Teachers then(int count, Duration took, boolean inferred, boolean stalled) {
        List<Run> longer = new ArrayList<>(runs);
        for (int night = 0; night < count; night++) {
            longer.add(new Run(FIRST.plus(Duration.ofDays(longer.size())), took, inferred, stalled));
        }
        return new Teachers(List.copyOf(longer));
    }

    Optional<Learned> learned() {
        return Learner.of(runs, BOUNDS);
    }
}
