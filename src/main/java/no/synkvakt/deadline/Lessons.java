package no.synkvakt.deadline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.PastCycles;
import no.synkvakt.municipality.Municipality;

/**
 * Learns from a municipality's own runs how long each of its steps may take, anew whenever a cycle is complete or a complete one
 * is corrected: not with the report but soon after, once for all that comes meanwhile. The caller holds the
 * municipality's lock, and its commit makes it so.
 */
@Singleton
public class Lessons {

    /** After this time; what else the engine has to say of the cycle has mostly come by then. */
    public static final Duration SOON = Duration.ofMinutes(1);

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

    /** These have runs that were not learned from. */
    public void areDue(Collection<String> municipalities, Instant now) {
        if (setting.learning() != Learning.OFF && !municipalities.isEmpty()) {
            limits.areToBeLearned(municipalities, now.plus(SOON));
        }
    }

    /** The lessons of these are about to be learned one by one. */
    public void readAhead(Collection<String> municipalities) {
        if (setting.learning() != Learning.OFF) {
            past.readAhead(municipalities, Learner.MOST);
        }
    }

    /** Learns. What was known of a step that is no longer learned of is forgotten. */
    public void learn(Municipality municipality) {
        if (setting.learning() != Learning.OFF) {
            limits.replace(municipality.id(), learned(municipality, past.last(municipality.id(), Learner.MOST)));
        }
        skip(municipality.id());
    }

    /** What is known stays as it is. */
    public void skip(String municipality) {
        limits.areLearned(municipality);
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
