package no.synkvakt.cycle;

import static no.synkvakt.cycle.Reports.FIRST;
import static no.synkvakt.cycle.Reports.SECOND;
import static no.synkvakt.cycle.Reports.THIRD;
import static no.synkvakt.cycle.Reports.minute;
import static no.synkvakt.cycle.StepState.CURRENT;
import static no.synkvakt.cycle.StepState.DONE;
import static no.synkvakt.cycle.StepState.FAILED;
import static no.synkvakt.cycle.StepState.HELD;
import static no.synkvakt.cycle.StepState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that stops with an error or is held by the import filter, what starts it again, and that done is final. */
class StoppedStepsTest {

    private final Reports readyAtTen = Reports.none().cycleStarts(0).completes(10, FIRST);

    static Stream<Named<UnaryOperator<Reports>>> stops() {
        return Stream.of(
                Named.of("fails", reports -> reports.fails(20, SECOND, "no space")),
                Named.of("is held", reports -> reports.isHeld(20, SECOND, 20)));
    }

    @Test
    void aStepThatFails_isFailedForTheReasonGiven_andWhatIsBehindItIsPending() {
        Reports reports = readyAtTen.fails(20, SECOND, "no space");

        assertThat(reports.states()).containsExactly(DONE, FAILED, PENDING, PENDING);
        assertThat(reports.step(SECOND).trouble()).isEqualTo(new Trouble("no space", null, null));
    }

    @Test
    void aStepThatIsHeld_isHeldWithTheFiltersCounts() {
        Reports reports = readyAtTen.isHeld(20, SECOND, 12.5);

        assertThat(reports.states()).containsExactly(DONE, HELD, PENDING, PENDING);
        assertThat(reports.step(SECOND).trouble()).isEqualTo(new Trouble(null, null, 12.5));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aStoppedStepKeepsWhenItWasReadyAndDue(UnaryOperator<Reports> stops) {
        StepRun second = stops.apply(readyAtTen).step(SECOND);

        assertThat(second.readyAt()).isEqualTo(minute(10));
        assertThat(second.dueAt()).isEqualTo(minute(10 + 61));
        assertThat(second.finishedAt()).isNull();
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aStoppedStepThatStarts_isCurrentAgain_readyAtThatTime(UnaryOperator<Reports> stops) {
        StepRun second = stops.apply(readyAtTen).starts(45, SECOND).step(SECOND);

        assertThat(second.state()).isEqualTo(CURRENT);
        assertThat(second.readyAt()).isEqualTo(minute(45));
        assertThat(second.startedAt()).isEqualTo(minute(45));
        assertThat(second.dueAt()).isEqualTo(minute(45 + 61));
        assertThat(second.trouble()).isNull();
    }

    @ParameterizedTest
    @MethodSource("stops")
    void thatItStartsReportedTwice_movesNothingMore(UnaryOperator<Reports> stops) {
        Reports started = stops.apply(readyAtTen).starts(45, SECOND);

        assertThat(started.starts(50, SECOND).fold()).isEqualTo(started.fold());
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aStoppedStepIsDoneWhenItSaysSo(UnaryOperator<Reports> stops) {
        Reports reports = stops.apply(readyAtTen).completes(45, SECOND);

        assertThat(reports.states()).containsExactly(DONE, DONE, CURRENT, PENDING);
        assertThat(reports.step(SECOND).trouble()).isNull();
        assertThat(reports.step(SECOND).inferred()).isFalse();
        assertThat(reports.step(THIRD).readyAt()).isEqualTo(minute(45));
    }

    @Test
    void aStepStartedAgain_keepsThatTime_alsoWhenTheOneBeforeItCorrectsItsEnd() {
        StepRun second = Reports.none()
                .cycleStarts(0)
                .fails(20, SECOND, "no space")
                .starts(45, SECOND)
                .completes(46, FIRST)
                .step(SECOND);

        assertThat(second.readyAt()).isEqualTo(minute(45));
    }

    @Test
    void aStepThatStopsAgain_isStoppedInTheLaterWay() {
        Reports heldLast = readyAtTen.fails(20, SECOND, "no space").isHeld(21, SECOND, 20);
        Reports failedAgain =
                readyAtTen.fails(20, SECOND, "no space").starts(45, SECOND).fails(46, SECOND, "no paper");

        assertThat(heldLast.step(SECOND).state()).isEqualTo(HELD);
        assertThat(heldLast.step(SECOND).trouble()).isEqualTo(new Trouble(null, null, 20.0));
        assertThat(failedAgain.step(SECOND).state()).isEqualTo(FAILED);
        assertThat(failedAgain.step(SECOND).trouble()).isEqualTo(new Trouble("no paper", null, null));
        assertThat(failedAgain.step(SECOND).readyAt()).isEqualTo(minute(45));
    }

    @Test
    void aStartThatCameBeforeTheStop_startsNothingAgain_howeverLateItArrives() {
        Reports reports = readyAtTen.fails(20, SECOND, "no space").starts(15, SECOND);

        assertThat(reports.step(SECOND).state()).isEqualTo(FAILED);
        assertThat(reports.step(SECOND).readyAt()).isEqualTo(minute(10));
        assertThat(reports.step(SECOND).startedAt()).isEqualTo(minute(15));
    }

    @Test
    void doneIsFinal_whateverTheStepReportsLater() {
        Reports done = readyAtTen.completes(20, SECOND);
        List<Reports> later = List.of(
                done.starts(30, SECOND),
                done.completes(30, SECOND),
                done.fails(30, SECOND, "no space"),
                done.isHeld(30, SECOND, 20));

        assertThat(later).allSatisfy(reports -> assertThat(reports.fold()).isEqualTo(done.fold()));
    }

    @Test
    void doneByInferenceIsFinalToo_forAllButTheTrueEnd() {
        Reports inferred = readyAtTen.completes(20, THIRD);
        List<Reports> later = List.of(
                inferred.starts(30, SECOND), inferred.fails(30, SECOND, "no space"), inferred.isHeld(30, SECOND, 20));

        assertThat(later).allSatisfy(reports -> assertThat(reports.fold()).isEqualTo(inferred.fold()));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void thatAStepWasStoppedIsKnownToItsEnd_whateverCameOfIt(UnaryOperator<Reports> stops) {
        Reports again = stops.apply(readyAtTen).starts(30, SECOND).completes(40, SECOND);

        assertThat(stops.apply(readyAtTen).step(SECOND).wasStopped()).isTrue();
        assertThat(again.step(SECOND).wasStopped()).isTrue();
        assertThat(again.step(SECOND).isStalled()).isTrue();
        assertThat(again.step(FIRST).wasStopped()).isFalse();
    }

    @Test
    void aStepThatEndsWhenItIsDueWentWell_oneThatEndsLaterStalled() {
        assertThat(readyAtTen.completes(10 + 61, SECOND).step(SECOND).isStalled())
                .isFalse();
        assertThat(readyAtTen.completes(10 + 62, SECOND).step(SECOND).isStalled())
                .isTrue();
        assertThat(readyAtTen.step(SECOND).isStalled()).isFalse();
    }
}
