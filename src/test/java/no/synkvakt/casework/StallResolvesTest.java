package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stall resolves when its step is done, in its cycle or a later one, and by nothing else. */
@QuarkusTest
class StallResolvesTest extends FlowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TOMORROW = "2026-11-24";

    private final MunicipalityFixture lillestrom = lillestrom();
    private Engine engine;
    private StallOf stall;

    @BeforeEach
    void importFlyVoStandsStill() {
        watched(lillestrom);
        engine = engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        stall = stallOf(lillestrom);
        clock.advance(MINUTE);
    }

    @Test
    void itsStepIsDone() {
        engine.completes("import-flyvo");
        assertResolved();
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");
        assertThat(statusOf(lillestrom).stallId()).isEmpty();
    }

    @Test
    void aLaterStepShowsThatItIsDone() {
        engine.starts("export-ad");
        assertResolved();
    }

    @Test
    void theCycleIsComplete() {
        engine.completesCycle();
        assertResolved();
        assertThat(statusOf(lillestrom).state()).isEqualTo("OK");
    }

    @Test
    void aLateReportSaysThatItWasDoneBeforeItWasFoundLate() {
        engine.ago(Duration.ofHours(1)).completes("import-flyvo");
        assertResolved();
    }

    @Test
    void itsStepIsDoneInALaterCycle() {
        engine.inCycle(TOMORROW).startsCycle();
        assertStillOpen("a later cycle has begun");
        engine.inCycle(TOMORROW).completes("import-visma-flyt");
        assertStillOpen("another step is done in the later cycle");
        engine.inCycle(TOMORROW).completes("import-flyvo");
        assertResolved();
    }

    @Test
    void itsStepIsDoneInItsOwnCycleThoughThatIsSuperseded() {
        engine.inCycle(TOMORROW).startsCycle();
        engine.completes("import-flyvo");
        assertResolved();
    }

    @Test
    void aLaterCycleHasNoSuchStepAnyMore() {
        changed(lillestrom.withChain("import-visma-flyt", "synchronization"));
        assertStillOpen("its own cycle keeps its chain");
        engine.inCycle(TOMORROW).startsCycle();
        assertResolved();
    }

    @Test
    void notWhenItsStepWasDoneInAnEarlierCycle() {
        engine.inCycle("2026-11-22").ago(Duration.ofDays(1)).completes("import-flyvo");
        assertStillOpen("what an earlier cycle reports late");
    }

    @Test
    void notWhenItsStepStarts() {
        engine.starts("import-flyvo");
        tick();
        assertStillOpen("it may stop again");
    }

    @Test
    void onceResolvedItStaysSo_andTheNextTimeIsAnotherStall() {
        engine.completes("import-flyvo");
        Engine next = engine.inCycle(TOMORROW).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        assertResolved();
        assertThat(stallOf(lillestrom).id()).isNotEqualTo(stall.id());
        assertThat(stallsOf(lillestrom)).hasSize(2);
        next.completes("import-flyvo");
        assertThat(stallsOf(lillestrom)).extracting(StallOf::state).containsOnly("RESOLVED");
    }

    private void assertResolved() {
        StallOf after = stall.now();
        assertThat(after.state()).isEqualTo("RESOLVED");
        assertThat(after.time("resolvedAt")).isEqualTo(stall.time("detectedAt").plus(MINUTE));
        assertThat(after.acts()).containsExactly("RESOLVED");
    }

    private void assertStillOpen(String why) {
        assertThat(stall.now().state()).as(why).isEqualTo("OPEN");
    }
}
