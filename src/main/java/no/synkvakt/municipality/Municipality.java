package no.synkvakt.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.synkvakt.base.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A school owner who is watched.
 *
 * @param id the owner's Feide realm, or another name of that form
 * @param number the official number of the municipality (4 digits) or county (2); null when it has none
 * @param sis the student information system the cycle begins with
 * @param steps the ids of the cycle's chain, in order, each once
 * @param contacts who is mailed
 * @param schedule when a cycle is expected to begin; null when that is not known
 * @param expected how long a step may take here, by step id, where that differs from the rest
 * @param tasks this owner's own names of scheduled tasks, by step id
 * @param clientServer the local server where the eFeide client is installed
 * @param domainController the domain controller that Export AD writes to
 * @param notifies false: watched and shown, nobody is mailed
 */
@RegisterForReflection
@JsonPropertyOrder({"id"})
public record Municipality(
        @NotNull(message = ACCEPTED_ID) @Pattern(regexp = ID, message = ACCEPTED_ID)
        String id,

        @NotBlank(message = ACCEPTED_NAME) @Size(max = LONGEST_NAME, message = ACCEPTED_LENGTH) @PlainText
        String name,

        @Nullable @Pattern(regexp = "\\d{2}|\\d{4}", message = "2 or 4 digits")
        String number,

        @NotNull(message = "one of nb, nn, en") Language language,

        @NotNull(message = "one of WIS, IST_LOCAL, IST_HOSTED, ISKOLE, VISMA_INSCHOOL, VISMA_FLYT")
        Sis sis,

        @NotEmpty(message = "the steps of the chain, in order, at least one")
        List<@NotNull(message = "the id or label of a step") String> steps,

        @NotEmpty(message = "at least one contact") @Size(max = MOST_CONTACTS, message = "at most 50 contacts")
        List<@Valid @NotNull(message = "an object with an email") Contact> contacts,

        @Nullable Schedule schedule,

        Map<String, @NotNull(message = "an ISO 8601 duration such as PT45M") Duration> expected,

        Map<
                        String,
                        @NotEmpty(message = "at least one task name") @Size(max = 20, message = "at most 20 task names")
                                List<
                                @NotBlank(message = "the name of a scheduled task")
                                @Size(max = LONGEST_NAME, message = ACCEPTED_LENGTH) @PlainText String>>
                tasks,

        @Nullable @PlainText @Size(min = 1, max = LONGEST_NAME, message = ACCEPTED_LENGTH)
        String clientServer,

        @Nullable @PlainText @Size(min = 1, max = LONGEST_NAME, message = ACCEPTED_LENGTH)
        String domainController,

        @JsonProperty("notify") Boolean notifies) {

    public static final String ID = "[a-z0-9][a-z0-9.-]{0,62}";
    public static final String ACCEPTED_ID = "1 to 63 of a-z, 0-9, dot and hyphen, beginning with a letter or digit";

    static final int LONGEST_NAME = 200;
    static final String ACCEPTED_LENGTH = "1 to 200 characters";

    private static final String ACCEPTED_NAME = "a name, 1 to 200 characters";
    private static final int MOST_CONTACTS = 50;

    @SuppressWarnings(
            "NullAway") // JSON may leave anything out: absent is refused by validation or has its default here
    public Municipality {
        expected = expected == null ? Map.of() : expected;
        tasks = tasks == null ? Map.of() : tasks;
        notifies = notifies == null || notifies;
    }

    /** Whether nothing that it must have is missing, as in a column that somebody else has written. */
    @SuppressWarnings("ConstantValue") // JSON may leave anything out
    boolean isWhole() {
        return id != null
                && name != null
                && language != null
                && sis != null
                && steps != null
                && !steps.isEmpty()
                && steps.stream().noneMatch(Objects::isNull)
                && contacts != null
                && contacts.stream().allMatch(contact -> contact != null && contact.email() != null);
    }

    /** The same municipality with its steps named by id throughout. */
    public Municipality withSteps(List<String> steps, Map<String, Duration> expected, Map<String, List<String>> tasks) {
        return new Municipality(
                id,
                name,
                number,
                language,
                sis,
                List.copyOf(steps),
                contacts,
                schedule,
                Map.copyOf(expected),
                Map.copyOf(tasks),
                clientServer,
                domainController,
                notifies);
    }
}
