package no.synkvakt.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.cycle.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which events a row makes, and that the same row always makes the same. */
class RowEventsTest {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant END = Instant.parse("2026-11-23T01:20:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final RowEvents maker = new RowEvents("/feed/efeide");

    @Test
    void aRowOfWhichNothingHasHappenedMakesNone() {
        assertThat(events(row(null, null, null))).isEmpty();
    }

    @Test
    void whatHasBegunAndWhatIsDoneAreReportedAtTheirTimes() {
        assertThat(events(row(START, END, null)))
                .extracting(StepEvent::type, StepEvent::time)
                .containsExactly(tuple(EventType.STEP_STARTED, START), tuple(EventType.STEP_COMPLETED, END));
        assertThat(events(row(START, null, null))).extracting(StepEvent::type).containsExactly(EventType.STEP_STARTED);
        assertThat(events(row(null, END, null))).extracting(StepEvent::type).containsExactly(EventType.STEP_COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("otherWords")
    void otherWordsSayNoMoreThanTheTimes(String status) {
        assertThat(events(row(START, END, status))).isEqualTo(events(row(START, END, null)));
    }

    static Stream<String> otherWords() {
        return Stream.of("", "ok", "done", "running", "7");
    }

    @Test
    void aFailureTellsItsMessageInOneLine_atItsEndOrWhenItIsFirstSeen() {
        StepEvent ended = last(events(row(START, END, "FAILED", "no route\n to host")));
        assertThat(ended.type()).isEqualTo(EventType.STEP_FAILED);
        assertThat(ended.time()).isEqualTo(END);
        assertThat(ended.trouble()).isEqualTo(new Trouble("no route to host", null, null));

        StepEvent endless = last(events(row(START, null, "failed", null)));
        assertThat(endless.time()).isEqualTo(NOW);
        assertThat(endless.trouble()).isEqualTo(new Trouble(null, null, null));
    }

    @Test
    void whatIsHeldTellsWhatTheFilterCounted() {
        StepEvent held = last(events(new EngineRow(
                "o", "c", "s", EngineTime.of(START), EngineTime.of(END), "Held", "ignored", 1L, 2L, null, 4L)));
        assertThat(held.type()).isEqualTo(EventType.STEP_HELD);
        assertThat(held.trouble()).isEqualTo(new Trouble(null, new Trouble.Changes(1L, 2L, null, 4L), null));
    }

    @Test
    void eachEventIsOfTheSourceTheCycleAndTheStep() {
        assertThat(events(row(START, END, null))).allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("/feed/efeide");
            assertThat(event.cycle()).isEqualTo("c");
            assertThat(event.step()).isEqualTo("import-sas");
        });
    }

    @Test
    void aFailureThatIsSeenAgainLaterIsTheSameEvent() {
        EngineRow row = row(START, null, "failed");
        assertThat(maker.of(row, "a.example", "import-sas", NOW.plusSeconds(60)))
                .extracting(StepEvent::id)
                .isEqualTo(events(row).stream().map(StepEvent::id).toList());
    }

    @Test
    void whatFailsAgainAfterItHasBegunAgainIsAnotherEvent() {
        String first = last(events(row(START, null, "failed"))).id();
        String second = last(events(row(END, null, "failed"))).id();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatIsDoneIsTheSameEventWhateverIsSaidOfItsBeginning() {
        assertThat(last(events(row(null, END, null))).id())
                .isEqualTo(last(events(row(START, END, null))).id());
    }

    static Stream<Arguments> differentRows() {
        return Stream.of(
                Arguments.of("another owner", "b.example", "c", "import-sas", END),
                Arguments.of("another cycle", "a.example", "c2", "import-sas", END),
                Arguments.of("another step", "a.example", "c", "export-ad", END),
                Arguments.of("another time", "a.example", "c", "import-sas", NOW),
                Arguments.of("the same letters elsewhere", "a.example1", "", "cimport-sas", END));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differentRows")
    void whatDiffersIsAnotherEvent(String what, String owner, String cycle, String step, Instant end) {
        EngineRow other = new EngineRow("o", cycle, "s", null, EngineTime.of(end), null, null, null, null, null, null);
        assertThat(maker.of(other, owner, step, NOW).get(0).id())
                .isNotEqualTo(last(events(row(null, END, null))).id());
    }

    private List<StepEvent> events(EngineRow row) {
        return maker.of(row, "a.example", "import-sas", NOW);
    }

    private static StepEvent last(List<StepEvent> events) {
        return events.get(events.size() - 1);
    }

    private static EngineRow row(@Nullable Instant start, @Nullable Instant end, @Nullable String status) {
        return row(start, end, status, null);
    }

    private static EngineRow row(
            @Nullable Instant start, @Nullable Instant end, @Nullable String status, @Nullable String message) {
        return new EngineRow("o", "c", "s", time(start), time(end), status, message, null, null, null, null);
    }

    private static @Nullable EngineTime time(@Nullable Instant instant) {
        return instant == null ? null : EngineTime.of(instant);
    }
}
