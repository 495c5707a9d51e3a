package no.synkvakt.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What engines may report of a night: of one cycle or two at once, as it should be or as it cannot be, with reports lost, by
 * sources and at times that coincide. No two reports have one identity.
 */
public final class AnyNight {

    /** When all has been reported. */
    public static final Instant OVER = SettableClock.NIGHT.plus(Duration.ofHours(3));

    private static final String TONIGHT = "2026-11-23";
    private static final String AGAIN = "2026-11-23 again";

    /** What may be told of one step, in its order. */
    private static final List<List<EventType>> STORIES = List.of(
            List.of(),
            List.of(EventType.STEP_COMPLETED),
            List.of(EventType.STEP_STARTED, EventType.STEP_COMPLETED),
            List.of(EventType.STEP_FAILED, EventType.STEP_STARTED, EventType.STEP_COMPLETED),
            List.of(EventType.STEP_STARTED, EventType.STEP_HELD, EventType.STEP_STARTED),
            List.of(EventType.STEP_STARTED, EventType.STEP_FAILED),
            List.of(EventType.STEP_HELD));

    private AnyNight() {}

    /** Reports of steps of the chain. */
    public static Arbitrary<List<StepEvent>> of(List<String> chain) {
        Arbitrary<List<StepEvent>> two = Combinators.combine(orderly("a", TONIGHT, chain), orderly("b", AGAIN, chain))
                .as((one, other) -> Stream.of(one, other).flatMap(List::stream).toList());
        return Arbitraries.oneOf(anything(chain), orderly("", TONIGHT, chain), two);
    }

    /** The same reports in another order, some of them more than once. */
    public static List<StepEvent> inAnyOrderAndNumber(List<StepEvent> night, Random random) {
        List<StepEvent> arriving = new ArrayList<>(night);
        night.stream().filter(event -> random.nextInt(3) == 0).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        return arriving;
    }

    private static Arbitrary<List<StepEvent>> anything(List<String> chain) {
        Arbitrary<EventType> types = Arbitraries.frequency(
                Tuple.of(2, EventType.CYCLE_STARTED),
                Tuple.of(1, EventType.CYCLE_COMPLETED),
                Tuple.of(4, EventType.STEP_STARTED),
                Tuple.of(4, EventType.STEP_FAILED),
                Tuple.of(4, EventType.STEP_HELD),
                Tuple.of(5, EventType.STEP_COMPLETED));
        return Combinators.combine(stamps(), types, Arbitraries.of(TONIGHT, AGAIN), Arbitraries.of(chain))
                .as((stamp, type, cycle, step) -> stamp.event("", type, cycle, step, stamp.minute))
                .list()
                .uniqueElements(event -> event.source() + " " + event.id())
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    private static Arbitrary<List<StepEvent>> orderly(String ids, String cycle, List<String> chain) {
        return Arbitraries.of(STORIES).list().ofSize(chain.size()).flatMap(stories -> {
            int reports = 1 + stories.stream().mapToInt(List::size).sum();
            return stamps().list()
                    .uniqueElements(stamp -> stamp.source + " " + stamp.id)
                    .ofSize(reports)
                    .map(stamps -> told(ids, cycle, chain, stories, stamps));
        });
    }

    private static List<StepEvent> told(
            String ids, String cycle, List<String> chain, List<List<EventType>> stories, List<Stamp> stamps) {
        List<StepEvent> told = new ArrayList<>();
        told.add(stamps.get(0).event(ids, EventType.CYCLE_STARTED, cycle, null, 0));
        IntStream.range(0, chain.size()).forEach(position -> stories.get(position)
                .forEach(type -> told.add(stamps.get(told.size())
                        .event(ids, type, cycle, chain.get(position), minutesUntil(told.size(), stamps)))));
        return told;
    }

    /** Each report comes no, one or two minutes after the one before it. */
    private static int minutesUntil(int position, List<Stamp> stamps) {
        return stamps.subList(1, position + 1).stream()
                .mapToInt(stamp -> stamp.minute % 3)
                .sum();
    }

    private static Arbitrary<Stamp> stamps() {
        return Combinators.combine(
                        Arbitraries.of("/efeide/engine-1", "/efeide/engine-2"),
                        Arbitraries.integers().between(1, 99).map(String::valueOf),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("no space", "æøå €", "said \"so\"").injectNull(0.2),
                        Arbitraries.doubles().between(0, 100).ofScale(1),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(Stamp::new);
    }

    /** What a report has beside what it tells. */
    private record Stamp(
            String source, String id, int minute, @Nullable String message, double limit, long number) {

        StepEvent event(String ids, EventType type, String cycle, @Nullable String step, int minute) {
            Instant time = SettableClock.NIGHT.plus(Duration.ofMinutes(minute));
            @Nullable
            Trouble trouble =
                    switch (type) {
                        case STEP_FAILED -> new Trouble(message, null, null);
                        case STEP_HELD -> new Trouble(null, new Trouble.Changes(number, 0L, null, number), limit);
                        default -> null;
                    };
            return new StepEvent(source, ids + id, type, cycle, type.ofStep() ? step : null, time, trouble);
        }
    }
}
