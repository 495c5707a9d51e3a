package no.synkvakt.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The maintenance windows of one municipality. */
@FunctionalInterface
interface Windows {

    Windows NONE = (municipality, notOverAt) -> List.of();

    /** Those of the municipality or of all that are not over, or were not over yet at the time given, by their beginnings. */
    List<Silence> of(String municipality, Instant notOverAt);

    /** Those of many municipalities are about to be asked for one by one, mostly as they were at that time or later. */
    default void readAhead(Collection<String> municipalities, Instant notOverAt) {}
}
