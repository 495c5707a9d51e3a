package no.synkvakt.deadline;

import java.time.Duration;
import java.util.Set;

/** The expected durations an operator has set for everyone. */
public interface ExpectedSettings {

    /** The steps that are named, by id or label. */
    Set<String> names();

    Duration of(String name);
}
