package no.synkvakt.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine reports in one night, minute by minute, in the order of its arrival; and the cycle it folds to. */
final class Reports {

    static final String FIRST = "import-visma-flyt";
    static final String SECOND = "import-flyvo";
    static final String THIRD = "synchronization";
    static final String LAST = "export-365";
    static final List<String> CHAIN = List.of(FIRST, SECOND, THIRD, LAST);

    private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");

    private final List<StepEvent> events;

    private Reports(List<StepEvent> events) {
        this.events = events;
    }

    static Reports none() {
        return new Reports(List.of());
    }

    static Reports of(List<StepEvent> events) {
        return new Reports(List.copyOf(events));
    }

    static Instant minute(int minute) {
        return NIGHT.plus(Duration.ofMinutes(minute));
    }

    /** How long a step may take in these tests: another time for each, so that none can pass for another's. */
    static Duration expected(String step) {
        return Duration.ofMinutes(60 + CHAIN.indexOf(step));
    }

    Reports cycleStarts(int minute) {
        return with(minute, EventType.CYCLE_STARTED, null, null);
    }

    Reports cycleCompletes(int minute) {
        return with(minute, EventType.CYCLE_COMPLETED, null, null);
    }

    Reports starts(int minute, String step) {
        return with(minute, EventType.STEP_STARTED, step, null);
    }

    Reports completes(int minute, String step) {
        return with(minute, EventType.STEP_COMPLETED, step, null);
    }

    Reports fails(int minute, String step, String message) {
        return with(minute, EventType.STEP_FAILED, step, new Trouble(message, null, null));
    }

    Reports isHeld(int minute, String step, double limit) {
        return with(minute, EventType.STEP_HELD, step, new Trouble(null, null, limit));
    }

    private Reports with(int minute, EventType type, @Nullable String step, @Nullable Trouble trouble) {
        String id = "event-" + events.size();
        return and(new StepEvent("/efeide/engine-1", id, type, "2026-11-23", step, minute(minute), trouble));
    }

    Reports and(StepEvent event) {
        List<StepEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return of(longer);
    }

    List<StepEvent> events() {
        return events;
    }

    Cycle fold() {
        return CycleFold.fold("lillestrom.kommune.no", "2026-11-23", CHAIN, events, Reports::expectation);
    }

    /** One step of what the reports fold to. */
    StepRun step(String id) {
        return fold().step(id).orElseThrow();
    }

    /** The states of all steps, in the order of the chain. */
    List<StepState> states() {
        return fold().steps().stream().map(StepRun::state).toList();
    }

    private static Expectation expectation(String step, Instant readyAt) {
        return new Expectation(expected(step), Expectation.Basis.CONFIGURED, 0);
    }
}
