package no.synkvakt.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long maintenance makes the steps of one municipality wait; its windows are looked up once, for the first step. */
final class MaintenanceOf {

    private final String municipality;
    private final Windows windows;
    private @Nullable List<Silence> known;

    MaintenanceOf(String municipality, Windows windows) {
        this.municipality = municipality;
        this.windows = windows;
    }

    /** How long does not count of the time from when the step is ready until it is due. */
    Duration pauses(String step, Instant readyAt, Duration expected) {
        if (known == null) {
            known = windows.of(municipality, readyAt);
        }
        List<Silence> its = known.stream()
                .filter(window -> window.covers(municipality, step))
                .toList();
        return Duration.between(readyAt.plus(expected), Quietness.after(readyAt, expected, its));
    }
}
