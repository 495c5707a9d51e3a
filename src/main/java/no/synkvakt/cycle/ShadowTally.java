package no.synkvakt.cycle;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a step's learned limits would have done in its last runs.
 *
 * @param runs at how many runs they were tried
 * @param alarms how many of these would have raised an alarm
 * @param falseAlarms how many of those ended in time by themselves
 */
public record ShadowTally(int runs, int alarms, int falseAlarms) {

    /** Of the runs in the cycles given, those of which it is known what would have been otherwise. */
    public static ShadowTally of(String step, Collection<Cycle> cycles) {
        List<Shadow.Outcome> outcomes = cycles.stream()
                .flatMap(cycle -> cycle.step(step).stream())
                .map(Shadow::of)
                .flatMap(Optional::stream)
                .map(Shadow::outcome)
                .filter(Objects::nonNull)
                .toList();
        return new ShadowTally(
                outcomes.size(),
                (int) outcomes.stream().filter(Shadow.Outcome::isAlarm).count(),
                (int) outcomes.stream()
                        .filter(outcome -> outcome == Shadow.Outcome.FALSE_ALARM)
                        .count());
    }
}
