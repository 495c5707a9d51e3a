package no.synkvakt.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import no.synkvakt.base.Characters;
import no.synkvakt.base.PlainText;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Where;
import org.jspecify.annotations.Nullable;

/**
 * What to do in the situations it matches.
 *
 * @param actions what the admin does, in order; each {@code SELF_SERVICE} entry has them
 * @param note said to the admin beside the actions, or where there are none
 * @param supportHint said to support
 */
@RegisterForReflection
public record PlaybookEntry(
        @JsonProperty(required = true) String id,
        Match match,
        @JsonProperty(required = true) Audience audience,
        @Nullable Where where,
        List<String> tasks,
        Boolean tasksExact,
        @Nullable String link,
        @Nullable TextList actions,
        @Nullable Text note,
        @Nullable Text supportHint) {

    /** Where nobody knows better, support does. */
    static final PlaybookEntry UNMATCHED =
            new PlaybookEntry("unmatched", Match.ALL, Audience.SUPPORT, null, List.of(), true, null, null, null, null);

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    @SuppressWarnings("NullAway") // YAML may leave out what is not required: absent has its default here
    public PlaybookEntry {
        match = match == null ? Match.ALL : match;
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
        tasksExact = tasksExact == null || tasksExact;
        check(id.matches(ID), "id '" + id + "' is not of the form " + ID);
        check(tasks.stream().allMatch(PlaybookEntry::isName), "tasks; accepted: " + PlainText.ACCEPTED);
        check(link == null || isWeb(link), "link '" + link + "'; accepted: an https or http address");
        check(
                audience == Audience.SUPPORT || actions != null,
                "actions are missing; accepted: what the admin does, in nb, nn and en");
        check(
                audience == Audience.SELF_SERVICE || (tasks.isEmpty() && where == null && actions == null),
                "tasks, where and actions; accepted only with audience SELF_SERVICE");
    }

    /** The remedy for one owner, whose own names for the step's tasks win over the playbook's. */
    Remedy remedy(@Nullable List<String> ownTasks) {
        boolean own = audience == Audience.SELF_SERVICE && where != null && ownTasks != null;
        return new Remedy(audience, id, own ? List.copyOf(ownTasks) : tasks, own || tasksExact, where, link);
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isName(String task) {
        return !task.isBlank() && Characters.arePlain(task);
    }

    private static boolean isWeb(String link) {
        try {
            @Nullable String scheme = new URI(link).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
