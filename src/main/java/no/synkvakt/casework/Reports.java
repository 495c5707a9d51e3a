package no.synkvakt.casework;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.synkvakt.base.FieldError;
import no.synkvakt.cycle.CycleName;
import no.synkvakt.cycle.EventName;
import no.synkvakt.cycle.Events.Reported;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.municipality.Municipality;
import org.jspecify.annotations.Nullable;

/** What is reported of one municipality in a transaction, and what becomes of each of it. */
final class Reports {

    final String owner;
    final List<StepEvent> events;

    /** Null when what is stored of it cannot be read, so that nobody knows its chain. */
    private final @Nullable Municipality municipality;

    private final @Nullable Receipt[] receipts;

    Reports(String owner, Optional<Municipality> municipality, List<StepEvent> events) {
        this.owner = owner;
        this.municipality = municipality.orElse(null);
        this.events = events;
        this.receipts = new Receipt[events.size()];
    }

    boolean isReadable() {
        return municipality != null;
    }

    /** Throws {@link NullPointerException} where it cannot be read. */
    Municipality municipality() {
        return Objects.requireNonNull(municipality);
    }

    /** Those that may be stored. Any of an owner who cannot be read: they are folded when it is put anew. */
    Stream<Reported> fitting(Map<CycleName, List<String>> chains) {
        return events.stream().filter(event -> fits(event, chains)).map(event -> new Reported(owner, event));
    }

    /** The names of those that may not. */
    Stream<EventName> unfit(Map<CycleName, List<String>> chains) {
        return events.stream().filter(event -> !fits(event, chains)).map(EventName::of);
    }

    private boolean fits(StepEvent event, Map<CycleName, List<String>> chains) {
        return municipality == null
                || event.step() == null
                || chainOf(event, chains).contains(event.step());
    }

    private List<String> chainOf(StepEvent event, Map<CycleName, List<String>> chains) {
        return chains.getOrDefault(cycleOf(event), List.of());
    }

    Set<CycleName> cycles() {
        return events.stream().map(this::cycleOf).collect(Collectors.toSet());
    }

    private CycleName cycleOf(StepEvent event) {
        return new CycleName(owner, event.cycle());
    }

    /**
     * What was seen before is a duplicate, whatever it says now; also within these.
     *
     * @param added which are new; of each the first is taken out
     */
    void settle(Set<EventName> added, Set<EventName> known, Map<CycleName, List<String>> chains) {
        for (int place = 0; place < receipts.length; place++) {
            StepEvent event = events.get(place);
            if (fits(event, chains)) {
                receipts[place] = added.remove(EventName.of(event)) ? new Receipt.Accepted() : new Receipt.Duplicate();
            } else {
                receipts[place] =
                        known.contains(EventName.of(event)) ? new Receipt.Duplicate() : refused(event, chains);
            }
        }
    }

    private Receipt refused(StepEvent event, Map<CycleName, List<String>> chains) {
        return new Receipt.Rejected(new FieldError(
                "data.step",
                event.step(),
                "a step of this municipality's chain: " + String.join(", ", chainOf(event, chains))));
    }

    /** Those that are new. */
    Stream<StepEvent> accepted() {
        return IntStream.range(0, receipts.length)
                .filter(place -> receipts[place] instanceof Receipt.Accepted)
                .mapToObj(events::get);
    }

    /** The cycles of which something is new, by their ids. */
    Set<CycleName> changed() {
        Set<CycleName> names = new TreeSet<>(Comparator.comparing(CycleName::id));
        accepted().map(this::cycleOf).forEach(names::add);
        return names;
    }

    List<Receipt> receipts() {
        return Arrays.asList(receipts);
    }
}
