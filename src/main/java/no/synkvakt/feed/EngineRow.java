package no.synkvakt.feed;

import org.jspecify.annotations.Nullable;

/**
 * One step of one cycle as an engine's database has it.
 *
 * @param municipality what the engine calls the owner
 * @param cycle the engine's name of the cycle
 * @param step what the engine calls the step
 * @param startedAt when it began; null when it has not
 * @param finishedAt when it ended, well or not; null when it has not
 * @param status {@code failed} or {@code held}; anything else, and null, says no more than the times do
 * @param message the error of a failed step
 * @param added how many accounts an import that was held would add, and so on; null where that is not known
 * @param previousTotal how many there were before
 */
record EngineRow(
        String municipality,
        String cycle,
        String step,
        @Nullable EngineTime startedAt,
        @Nullable EngineTime finishedAt,
        @Nullable String status,
        @Nullable String message,
        @Nullable Long added,
        @Nullable Long changed,
        @Nullable Long deleted,
        @Nullable Long previousTotal) {}
