package no.synkvakt.deadline;

import java.time.Instant;

/**
 * A time at which a cycle should begin.
 *
 * @param at the scheduled time
 * @param countsFrom a cycle that begins earlier is another one
 * @param dueAt when it is missed, unless a cycle has begun by then
 */
public record ExpectedStart(Instant at, Instant countsFrom, Instant dueAt) {}
