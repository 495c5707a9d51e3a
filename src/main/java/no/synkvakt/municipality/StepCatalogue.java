package no.synkvakt.municipality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every step that a chain may consist of, found by its id or by its label, in any case. */
public final class StepCatalogue {

    private final List<Step> steps;
    private final Map<String, Step> byName = new HashMap<>();

    /**
     * Makes a catalogue of steps, in their order.
     *
     * @throws IllegalArgumentException when two steps would answer to one name
     */
    public StepCatalogue(List<Step> steps) {
        this.steps = List.copyOf(steps);
        for (Step step : steps) {
            name(step.id(), step);
            name(step.label(), step);
        }
    }

    public List<Step> steps() {
        return steps;
    }

    /**
     * Finds a step.
     *
     * @param name an id ({@code import-flyvo}) or a label ({@code Import FlyVo}), in any case
     */
    public Optional<Step> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The label of a step, or the id itself when an operator has since taken the step out of the catalogue. */
    public String labelOf(String id) {
        return find(id).map(Step::label).orElse(id);
    }

    /** The ids, for messages that say what would be accepted. */
    public String ids() {
        return steps.stream().map(Step::id).collect(Collectors.joining(", "));
    }

    private void name(String name, Step step) {
        @Nullable Step other = byName.put(key(name), step);
        if (other != null && !other.equals(step)) {
            throw new IllegalArgumentException("'" + name + "' names both " + other.id() + " and " + step.id());
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
