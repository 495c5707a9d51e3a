package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> touched = new TreeSet<>();
        for (int position : inOrderOfIdentity(reported)) {
            StepEvent event = reported.get(position);
            receipts[position] = store(municipality, event, now);
            if (receipts[position] instanceof Receipt.Accepted) {
                touched.add(event.cycle());
            }
        }
        hearFrom(municipality.id(), reported, receipts);
        List<Cycle> folded =
                touched.stream().map(id -> cycles.refold(municipality, id)).toList();
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
        for (int position : inOrderOfIdentity(reported)) {
            receipts[position] = events.add(municipality, reported.get(position), now)
                    ? new Receipt.Accepted()
                    : new Receipt.Duplicate();
        }
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
    private static List<Integer> inOrderOfIdentity(List<StepEvent> events) {
        return IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer position) -> events.get(position).source())
                        .thenComparing(position -> events.get(position).id()))
                .toList();
    }

    private Receipt store(Municipality municipality, StepEvent event, Instant now) {
        if (events.contains(event.source(), event.id())) {
            return new Receipt.Duplicate();
        }
        List<String> chain = cycles.chain(municipality, event.cycle());
        if (event.step() != null && !chain.contains(event.step())) {
            return new Receipt.Rejected(new FieldError(
                    "data.step", event.step(), "a step of this municipality's chain: " + String.join(", ", chain)));
        }
        return events.add(municipality.id(), event, now) ? new Receipt.Accepted() : new Receipt.Duplicate();
    }
}
