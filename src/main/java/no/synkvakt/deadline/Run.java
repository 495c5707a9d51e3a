package no.synkvakt.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * One finished run of a step, as a teacher.
 *
 * @param readyAt when the step could begin
 * @param took from ready to done
 * @param inferred its own report of the end was lost: what it took is not known
 * @param stalled it was called a stall
 */
public record Run(Instant readyAt, Duration took, boolean inferred, boolean stalled) {}
