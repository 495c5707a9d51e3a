package no.synkvakt.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.UnreadableRow;
import no.synkvakt.base.UnreadableRows;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.cycle.CycleName;
import no.synkvakt.cycle.Cycles;
import no.synkvakt.cycle.EventName;
import no.synkvakt.cycle.Events;
import no.synkvakt.cycle.Events.Reported;
import no.synkvakt.cycle.Expectations;
import no.synkvakt.cycle.Feeds;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.deadline.Lessons;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.stall.Stalls;

/**
 * Takes in what is reported of municipalities, as one transaction: the events, what they make of the cycles, and what follows
 * for the stalls and for those who have to know. Whatever came, however it came, goes this way. What is needed of all of them
 * is read at once.
 */
@ApplicationScoped
public class EventIntake {

    /** Most maintenance that matters to what is reported now was not over so long ago. */
    private static final Duration RECENT = Duration.ofDays(2);

    private static final Comparator<Reported> IN_ORDER_OF_IDENTITY = Comparator.comparing(
                    (Reported reported) -> reported.event().source())
            .thenComparing(reported -> reported.event().id());

    private final Municipalities municipalities;
    private final Events events;
    private final Cycles cycles;
    private final Feeds feeds;
    private final Expectations expectations;
    private final Stalls stalls;
    private final Lessons lessons;
    private final CaseReview review;
    private final UnreadableRows unreadable;

    EventIntake(
            Municipalities municipalities,
            Events events,
            Cycles cycles,
            Feeds feeds,
            Expectations expectations,
            Stalls stalls,
            Lessons lessons,
            CaseReview review,
            UnreadableRows unreadable) {
        this.unreadable = unreadable;
        this.expectations = expectations;
        this.stalls = stalls;
        this.feeds = feeds;
        this.municipalities = municipalities;
        this.events = events;
        this.cycles = cycles;
        this.lessons = lessons;
        this.review = review;
    }

    /** What became of each event, in the order they were given. An event that was seen before is a duplicate, whatever it says. */
    @Transactional
    public List<Receipt> take(String municipality, List<StepEvent> reported, Instant now) {
        return municipalities.lockUnread(municipality)
                ? take(Set.of(municipality), Map.of(municipality, reported), now)
                        .getOrDefault(municipality, List.of())
                : unknown(municipality, reported);
    }

    /** The same of many, by their ids: of those that there are and whose lock nobody holds. */
    @Transactional
    public Map<String, List<Receipt>> takeFree(Map<String, List<StepEvent>> reported, Instant now) {
        return take(municipalities.lockFree(reported.keySet()), reported, now);
    }

    /** The same of those whose locks the caller has taken. */
    Map<String, List<Receipt>> take(Set<String> locked, Map<String, List<StepEvent>> reported, Instant now) {
        List<Reports> all = locked.stream()
                .map(id -> new Reports(id, municipalities.readable(id), reported.getOrDefault(id, List.of())))
                .toList();
        store(all, now);
        all.forEach(this::hearFrom);
        fold(all.stream().filter(Reports::isReadable).toList(), now);
        return all.stream().collect(Collectors.toMap(reports -> reports.owner, Reports::receipts));
    }

    private static List<Receipt> unknown(String municipality, List<StepEvent> reported) {
        Receipt unknown = new Receipt.Rejected(
                new FieldError("subject", municipality, "the id of a municipality that Synkvakt knows"));
        return Collections.nCopies(reported.size(), unknown);
    }

    /**
     * Takes in what could not be: the events are kept, and folded with the next one that can. The watcher looks at once; what
     * it cannot judge either it sets aside.
     */
    @Transactional
    public List<Receipt> takeUnfolded(String municipality, List<StepEvent> reported, Instant now) {
        municipalities.lockUnread(municipality);
        Reports reports = new Reports(municipality, Optional.empty(), reported);
        store(List.of(reports), now);
        hearFrom(reports);
        cycles.lookAgainAt(municipality, now);
        return reports.receipts();
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

    /** Two requests that store the same identities for different municipalities must not wait for each other in a ring. */
    private void store(List<Reports> all, Instant now) {
        cycles.readAhead(
                all.stream().flatMap(reports -> reports.cycles().stream()).toList());
        Map<CycleName, List<String>> known = new HashMap<>();
        all.stream().filter(Reports::isReadable).forEach(reports -> reports.cycles()
                .forEach(name -> known.put(name, cycles.chain(reports.municipality(), name.id()))));
        Set<EventName> added = events.add(
                all.stream()
                        .flatMap(reports -> reports.fitting(known))
                        .sorted(IN_ORDER_OF_IDENTITY)
                        .toList(),
                now);
        Set<EventName> before = events.known(
                all.stream().flatMap(reports -> reports.unfit(known)).toList());
        all.forEach(reports -> reports.settle(added, before, known));
    }

    private void fold(List<Reports> all, Instant now) {
        List<String> ids = all.stream().map(reports -> reports.owner).toList();
        expectations.readAhead(ids, now.minus(RECENT));
        stalls.readAhead(ids);
        Map<CycleName, List<StepEvent>> stored = events.of(
                all.stream().flatMap(reports -> reports.changed().stream()).toList());
        List<Cycle> folded = all.stream()
                .flatMap(reports -> fold(reports.municipality(), reports.changed(), stored, now).stream())
                .toList();
        lessons.areDue(
                folded.stream()
                        .filter(cycle -> cycle.completedAt() != null)
                        .map(Cycle::municipality)
                        .distinct()
                        .toList(),
                now);
    }

    private List<Cycle> fold(
            Municipality municipality, Set<CycleName> changed, Map<CycleName, List<StepEvent>> stored, Instant now) {
        List<Cycle> folded = changed.stream()
                .map(name -> cycles.refold(municipality, name.id(), stored.getOrDefault(name, List.of())))
                .toList();
        if (!folded.isEmpty()) {
            follow(municipality, folded, now);
        }
        return folded;
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

    /** An owner's feed is the source of its latest event, whatever the order of arrival. */
    private void hearFrom(Reports reports) {
        reports.accepted().max(StepEvent.IN_ORDER).ifPresent(latest -> {
            Optional<String> known = municipalities.feed(reports.owner);
            if (known.isEmpty()
                    || (!latest.source().equals(known.get()) && !events.hasLater(reports.owner, known.get(), latest))) {
                municipalities.hearFrom(reports.owner, latest.source());
            }
        });
    }
}
