package no.synkvakt.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What an engine says of a step that failed or was held.
 *
 * @param message the error of a failed step, in the engine's words
 * @param changes what the import filter counted
 * @param limit the share of changes, in per cent, above which the import filter stops an import
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trouble(
        @Nullable String message,
        @Nullable Changes changes,
        @Nullable Double limit) {

    /** The counts of an import that was held: how many accounts it would add, change and delete, of how many before. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Changes(
            @Nullable Long added,
            @Nullable Long changed,
            @Nullable Long deleted,
            @Nullable Long previousTotal) {}
}
