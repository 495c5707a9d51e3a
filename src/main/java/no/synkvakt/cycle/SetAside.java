package no.synkvakt.cycle;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Rows of an engine's database that could not be taken, for one reason.
 *
 * @param reason which value, and what would do
 * @param rows how many there are
 * @param example where one of them is: the engine's names of its owner, cycle and step
 */
@RegisterForReflection
public record SetAside(String reason, int rows, String example) {}
