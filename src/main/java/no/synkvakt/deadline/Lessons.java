package no.synkvakt.deadline;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.PastCycles;
import no.synkvakt.municipality.Municipality;

/**
 * Learns from a municipality's own runs how long each of its steps may take, anew whenever a cycle is complete or a
 * complete one is corrected. The caller holds the municipality's lock, and its commit makes it so.
 */
@Singleton
public class Lessons {

    private final PastCycles past;
    private final ExpectedDurations expected;
    private final StoredLimits limits;
    private final LearningSetting setting;

    Lessons(PastCycles past, ExpectedDurations expected, StoredLimits limits, LearningSetting setting) {
        this.past = past;
        this.expected = expected;
        this.limits = limits;
        this.setting = setting;
    }

    /** After the cycles given have been folded anew. What was known of a step that is no longer learned of is forgotten. */
    public void afterFold(Municipality municipality, Collection<Cycle> folded) {
        if (setting.learning() != Learning.OFF && folded.stream().anyMatch(cycle -> cycle.completedAt() != null)) {
            limits.replace(municipality.id(), learned(municipality, past.last(municipality.id(), Learner.MOST)));
        }
    }

    private Map<String, Learned> learned(Municipality municipality, List<Cycle> last) {
        Map<String, Learned> learned = new TreeMap<>();
        for (String step : municipality.steps()) {
            Learner.of(Runs.of(step, last), LearningBounds.of(expected.configured(step)))
                    .ifPresent(numbers -> learned.put(step, numbers));
        }
        return learned;
    }
}
