package no.synkvakt.stall;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What sets a stalled cycle going again, and who does it.
 *
 * @param playbook the id of the playbook's entry it comes from
 * @param tasks the scheduled tasks, any of which will do
 * @param tasksExact false: the names are only typical
 * @param where null when it is not done on a machine of the municipality's
 * @param link an article to read; null for none
 */
@RegisterForReflection
public record Remedy(
        Audience audience,
        String playbook,
        List<String> tasks,
        boolean tasksExact,
        @Nullable Where where,
        @Nullable String link) {

    /** Whether nothing that it must have is missing, as in a column that somebody else has written. */
    @SuppressWarnings("ConstantValue") // JSON may leave anything out
    boolean isWhole() {
        return audience != null
                && playbook != null
                && tasks != null
                && tasks.stream().noneMatch(Objects::isNull);
    }

    /** Whether people who know the other remedy have to be told of this one. */
    public boolean asksOtherThan(Remedy other) {
        return audience != other.audience || !tasks.equals(other.tasks);
    }
}
