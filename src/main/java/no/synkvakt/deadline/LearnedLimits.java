package no.synkvakt.deadline;

import java.util.Collection;
import java.util.Map;

/** What has been learned of a municipality's steps. */
@FunctionalInterface
public interface LearnedLimits {

    /** By the ids of those steps of which anything was learned. */
    Map<String, Learned> of(String municipality);

    /** What was learned of many municipalities is about to be asked for one by one. */
    default void readAhead(Collection<String> municipalities) {}
}
