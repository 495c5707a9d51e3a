package no.synkvakt.deadline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * What a step's runs have taught.
 *
 * @param limit how long it may take
 * @param samples from how many runs that is known
 * @param median what it usually takes
 * @param spread by how much longer than the median a run may well be: one robust standard deviation
 */
@RegisterForReflection
public record Learned(Duration limit, int samples, Duration median, Duration spread) {}
