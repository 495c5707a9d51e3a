package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.Events;
import no.synkvakt.cycle.Feeds;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.deadline.Lessons;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;

/**
 * Takes in what is reported of one municipality, as one transaction: the events, what they make of its cycles, and what
 * follows for its stall and for those who have to know. Whatever came, however it came, goes this way.
 */
@ApplicationScoped
public class EventIntake {

    private final Municipalities municipalities;
    private final Events events;
    private final Cycles cycles;
    private final Feeds feeds;
    private final Lessons lessons;
    private final CaseReview review;
    private final UnreadableRows unreadable;

    EventIntake(
            Municipalities municipalities,
            Events events,
            Cycles cycles,
            Feeds feeds,
            Lessons lessons,
            CaseReview review,
            UnreadableRows unreadable) {
        this.unreadable = unreadable;
        this.feeds = feeds;
        this.municipalities = municipalities;
        this.events = events;
        this.cycles = cycles;
        this.lessons = lessons;
        this.review = review;
    }

    /** What became of each event, in the order they were given. An event that was seen before is a duplicate, whatever it says. */
    @Transactional
    public List<Receipt> take(String municipalityId, List<StepEvent> reported, Instant now) {
        if (!municipalities.lockUnread(municipalityId)) {
            Receipt unknown = new Receipt.Rejected(
                    new FieldError("subject", municipalityId, "the id of a municipality that Synkvakt knows"));
            return reported.stream().map(event -> unknown).toList();
        }
        return municipalities
                .readable(municipalityId)
                .map(municipality -> take(municipality, reported, now))
                .orElseGet(() -> keep(municipalityId, reported, now));
    }

    /**
     * Takes in what could not be: the events are kept, and folded with the next one that can. The watcher looks at once; what
     * it cannot judge either it sets aside.
     */
    @Transactional
    public List<Receipt> takeUnfolded(String municipality, List<StepEvent> reported, Instant now) {
        municipalities.lockUnread(municipality);
        List<Receipt> receipts = keep(municipality, reported, now);
        cycles.lookAgainAt(municipality, now);
        return receipts;
    }

    /** Stores a sign of life of an engine. */
    @Transactional
    public Receipt heartbeat(String source, String id, Instant time, Instant now) {
        if (!events.addHeartbeat(source, id, time, now)) {
            return new Receipt.Duplicate();
        }
        feeds.beat(source, time, now);
        return new Receipt.Accepted();
    }

    private List<Receipt> take(Municipality municipality, List<StepEvent> reported, Instant now) {
        Receipt[] receipts = new Receipt[reported.size()];
        Chains chains = new Chains(municipality, cycles);
        store(municipality.id(), reported, chains::fits, receipts, now);
        for (int position = 0; position < receipts.length; position++) {
            if (receipts[position] == null) {
                receipts[position] = unfit(reported.get(position), chains);
            }
        }
        hearFrom(municipality.id(), reported, receipts);
        List<Cycle> folded = IntStream.range(0, receipts.length)
                .filter(position -> receipts[position] instanceof Receipt.Accepted)
                .mapToObj(position -> reported.get(position).cycle())
                .distinct()
                .sorted()
                .map(id -> cycles.refold(municipality, id))
                .toList();
        if (!folded.isEmpty()) {
            lessons.afterFold(municipality, folded);
            follow(municipality, folded, now);
        }
        return List.of(receipts);
    }

    /** What a stall that cannot be read would come to is not known. The watcher looks at once, and sets it aside. */
    private void follow(Municipality municipality, List<Cycle> folded, Instant now) {
        try {
            review.afterChange(municipality, folded, now);
        } catch (UnreadableRow e) {
            unreadable.note(e);
            cycles.lookAgainAt(municipality.id(), now);
        }
    }

    /**
     * What is stored of the municipality cannot be read, so nobody knows its chain. Its events are kept, and folded when it
     * is put anew. To ask for them again later instead would hold up all that their engine has to report of others.
     */
    private List<Receipt> keep(String municipality, List<StepEvent> reported, Instant now) {
        Receipt[] receipts = new Receipt[reported.size()];
        store(municipality, reported, event -> true, receipts, now);
        hearFrom(municipality, reported, receipts);
        return List.of(receipts);
    }

    /** An owner's feed is the source of its latest event, whatever the order of arrival. */
    private void hearFrom(String municipality, List<StepEvent> reported, Receipt[] receipts) {
        IntStream.range(0, receipts.length)
                .filter(position -> receipts[position] instanceof Receipt.Accepted)
                .mapToObj(reported::get)
                .max(StepEvent.IN_ORDER)
                .ifPresent(latest -> {
                    Optional<String> known = municipalities.feed(municipality);
                    if (known.isEmpty()
                            || (!latest.source().equals(known.get())
                                    && !events.hasLater(municipality, known.get(), latest))) {
                        municipalities.hearFrom(municipality, latest.source());
                    }
                });
    }

    /** Two requests that store the same identities for different municipalities must not wait for each other in a ring. */
    private static List<Integer> inOrderOfIdentity(List<StepEvent> events, Predicate<StepEvent> fits) {
        return IntStream.range(0, events.size())
                .filter(position -> fits.test(events.get(position)))
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer position) -> events.get(position).source())
                        .thenComparing(position -> events.get(position).id()))
                .toList();
    }

    /** Stores those that fit, and fills in what became of them. */
    private void store(
            String municipality, List<StepEvent> reported, Predicate<StepEvent> fits, Receipt[] receipts, Instant now) {
        List<Integer> positions = inOrderOfIdentity(reported, fits);
        List<Boolean> stored =
                events.add(municipality, positions.stream().map(reported::get).toList(), now);
        for (int each = 0; each < positions.size(); each++) {
            receipts[positions.get(each)] = stored.get(each) ? new Receipt.Accepted() : new Receipt.Duplicate();
        }
    }

    /** What was seen before is a duplicate, whatever it says now. */
    private Receipt unfit(StepEvent event, Chains chains) {
        return events.contains(event.source(), event.id())
                ? new Receipt.Duplicate()
                : new Receipt.Rejected(new FieldError(
                        "data.step",
                        event.step(),
                        "a step of this municipality's chain: " + String.join(", ", chains.of(event))));
    }

    /** The chains of the cycles that are reported of, each looked up once. */
    private record Chains(Municipality municipality, Cycles cycles, Map<String, List<String>> known) {

        Chains(Municipality municipality, Cycles cycles) {
            this(municipality, cycles, new HashMap<>());
        }

        List<String> of(StepEvent event) {
            return known.computeIfAbsent(event.cycle(), id -> cycles.chain(municipality, id));
        }

        boolean fits(StepEvent event) {
            return event.step() == null || of(event).contains(event.step());
        }
    }
}
