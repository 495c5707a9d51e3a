package no.synkvakt.playbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Remedy;
import no.synkvakt.stall.Verdict;
import org.jspecify.annotations.Nullable;

/** Who can set a stalled cycle going again, and how. The most specific entry wins; nothing matches, support does. */
public final class Playbook {

    private final List<PlaybookEntry> entries;

    Playbook(List<PlaybookEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(
                                (PlaybookEntry entry) -> entry.match().specificity())
                        .reversed())
                .toList();
    }

    /** How many entries it has. */
    public int size() {
        return entries.size();
    }

    public PlaybookEntry entryFor(Situation situation) {
        return entries.stream()
                .filter(entry -> entry.match().matches(situation))
                .findFirst()
                .orElse(PlaybookEntry.UNMATCHED);
    }

    /**
     * What sets a municipality's cycle going again.
     *
     * @param step the id of the step to blame; null when it is that no cycle began
     */
    public Remedy remedyFor(Municipality municipality, @Nullable String step, Verdict verdict) {
        @Nullable
        List<String> ownTasks = step == null ? null : municipality.tasks().get(step);
        return entryFor(new Situation(step, municipality.sis(), verdict, municipality.steps()))
                .remedy(ownTasks);
    }

    /** The entry that a remedy came from; empty when an operator has since taken it out. */
    public Optional<PlaybookEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
