package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.SettableClock;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a stall opens, and when none does. */
@QuarkusTest
class StallOpensTest extends FlowTest {

    private static final Duration EXPECTED = Duration.ofHours(2);
    private static final Duration SMALLEST = Duration.ofNanos(1000);
    private static final Duration LONG = Duration.ofDays(2);

    private final MunicipalityFixture lillestrom = lillestrom();
    private Engine engine;

    @BeforeEach
    void theCycleWaitsForImportFlyVo() {
        engine = engineOf(lillestrom);
        watched(lillestrom);
        engine.startsCycle().completes("import-visma-flyt");
    }

    @Test
    void aStepThatIsDueAtThisVeryInstantIsOverdueAndNotAMicrosecondBefore() {
        pass(EXPECTED.minus(SMALLEST));
        assertThat(stallsOf(lillestrom)).isEmpty();
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");

        pass(SMALLEST);
        Instant due = SettableClock.NIGHT.plus(EXPECTED);
        StallOf stall = stallOf(lillestrom);
        assertThat(statusOf(lillestrom).state()).isEqualTo("STALLED");
        assertThat(stall.state()).isEqualTo("OPEN");
        assertThat(stall.step()).isEqualTo("import-flyvo");
        assertThat(stall.text("cycle")).isEqualTo(Engine.TONIGHT);
        assertThat(stall.time("since")).isEqualTo(SettableClock.NIGHT);
        assertThat(stall.time("dueAt")).isEqualTo(due);
        assertThat(stall.time("detectedAt")).isEqualTo(due);
        assertThat(stall.text("resolvedAt")).isEqualTo("null");
    }

    @Test
    void whatIsDueStallsOnlyWhenTheWatcherLooks() {
        clock.advance(EXPECTED);
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");
    }

    @Test
    void aStepThatHasNotReportedItsStartIsNotStarted() {
        pass(EXPECTED);
        assertThat(stallOf(lillestrom).verdict()).isEqualTo("NOT_STARTED");
    }

    @Test
    void aStepThatIsLateThoughItHadStartedHasOverrun_andItsStartDoesNotMoveTheDueTime() {
        clock.advance(EXPECTED.minus(SMALLEST));
        engine.starts("import-flyvo");
        pass(SMALLEST);
        assertThat(stallOf(lillestrom).verdict()).isEqualTo("OVERRUN");
        assertThat(stallOf(lillestrom).time("dueAt")).isEqualTo(SettableClock.NIGHT.plus(EXPECTED));
    }

    @Test
    void aStepThatFailsStallsAtOnceWithTheEnginesWords() {
        engine.fails("Import FlyVo", "no route to host");
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.verdict()).isEqualTo("FAILED");
        assertThat(stall.text("trouble.message")).isEqualTo("no route to host");
        assertThat(stall.time("detectedAt")).isEqualTo(SettableClock.NIGHT);
        assertThat(stall.time("dueAt")).isEqualTo(SettableClock.NIGHT.plus(EXPECTED));
        assertThat((String) statusOf(lillestrom).step("import-flyvo", "state")).isEqualTo("FAILED");
    }

    @Test
    void aStepThatIsHeldStallsAtOnce() {
        engine.completes("import-flyvo").holds("Syncronization");
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.step()).isEqualTo("synchronization");
        assertThat(stall.verdict()).isEqualTo("HELD");
        assertThat((String) statusOf(lillestrom).step("synchronization", "state"))
                .isEqualTo("HELD");
    }

    @Test
    void onlyTheFirstOpenStepIsToBlame_whateverElseHasWaitedForHowLong() {
        pass(LONG);
        assertThat(stallsOf(lillestrom)).singleElement().satisfies(stall -> assertThat(stall.step())
                .isEqualTo("import-flyvo"));
        assertThat((String) statusOf(lillestrom).step("synchronization", "state"))
                .isEqualTo("PENDING");
        assertThat((String) statusOf(lillestrom).step("synchronization", "dueAt"))
                .isNull();
    }

    @Test
    void thereIsOneStallHoweverOftenTheWatcherLooks() {
        for (int day = 0; day < 3; day++) {
            pass(Duration.ofDays(1));
            engine.starts("import-flyvo");
            tick();
        }
        assertThat(stallsOf(lillestrom)).hasSize(1);
        assertThat(stallOf(lillestrom).notices())
                .filteredOn(notice -> notice.startsWith("STALL") && !notice.endsWith("CANCELLED"))
                .hasSize(1);
    }

    @Test
    void aStepThatFailsBehindOpenOnesShowsThatTheyAreDone() {
        engine.fails("export-ad", "access denied");
        assertThat(stallOf(lillestrom).step()).isEqualTo("export-ad");
        assertThat((Boolean) statusOf(lillestrom).step("import-flyvo", "inferred"))
                .isTrue();
        pass(LONG);
        assertThat(stallsOf(lillestrom)).hasSize(1);
    }

    @Test
    void aSupersededCycleRaisesNothingMore() {
        clock.advance(Duration.ofHours(1));
        Engine next = engine.inCycle("2026-11-24").startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(1));
        assertThat(stallsOf(lillestrom)).as("the older cycle's deadline").isEmpty();

        engine.fails("import-flyvo", "too late to matter");
        assertThat(stallsOf(lillestrom)).as("the older cycle's failure").isEmpty();
        next.completesCycle();
        pass(LONG);
        assertThat(stallsOf(lillestrom)).as("after the newer one is complete").isEmpty();
    }

    @Test
    void aCycleThatIsCompleteRaisesNothing() {
        engine.completes("export-365");
        pass(LONG);
        assertThat(stallsOf(lillestrom)).isEmpty();
        assertThat(statusOf(lillestrom).state()).isEqualTo("OK");
    }

    @Test
    void aLateReportThatTheStepWasDoneInTimeLeavesNothingToStall() {
        clock.advance(EXPECTED);
        engine.ago(Duration.ofMinutes(1)).completes("import-flyvo");
        tick();
        assertThat(stallsOf(lillestrom)).isEmpty();
    }

    @Test
    void aRemedyOfSupportIsEscalatedFromTheStart() {
        engine.completes("import-flyvo").completes("synchronization").completes("export-ad");
        pass(Duration.ofHours(1));
        StallOf stall = stallOf(lillestrom);
        assertThat(List.of(stall.step(), stall.audience(), stall.state()))
                .containsExactly("import-ad", "SUPPORT", "ESCALATED");
        assertThat(stall.notices())
                .containsExactlyInAnyOrder(
                        "STALL ikt@lillestrom.example PENDING", "ESCALATION support@vendor.example PENDING");
    }
}
