package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is reported of a step that stands still already changes its stall in place; mailed again is only who must know. */
@QuarkusTest
class ChangedVerdictTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    private final MunicipalityFixture lillestrom = lillestrom();
    private Engine engine;

    @BeforeEach
    void theCycleWaitsForImportFlyVo() {
        watched(lillestrom);
        engine = engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
    }

    @Test
    void aLateStepThatFailsHasFailed_andTheSameTasksAreNoNews() {
        StallOf before = importFlyVoIsLateAndMailed();
        engine.fails("import-flyvo", "no route to host");
        holdPasses();
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.id()).isEqualTo(before.id());
        assertThat(stall.verdict()).isEqualTo("FAILED");
        assertThat(stall.text("trouble.message")).isEqualTo("no route to host");
        assertThat(stall.text("acts[0].kind") + " " + stall.text("acts[0].note"))
                .isEqualTo("CHANGED NOT_STARTED");
        assertThat(stall.time("detectedAt")).isEqualTo(before.time("detectedAt"));
        assertThat(stall.state()).isEqualTo("OPEN");
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }

    @Test
    void duringTheHoldTheOneMailTellsTheLatest() {
        pass(Duration.ofHours(2));
        engine.fails("import-flyvo", "no route to host");
        assertThat(stallOf(lillestrom).notices())
                .containsExactlyInAnyOrder("STALL " + ADMIN + " CANCELLED", "STALL " + ADMIN + " PENDING");
        clock.advance(Duration.ofSeconds(60).minusNanos(1000));
        send();
        assertThat(mailsTo(ADMIN)).isEmpty();
        clock.advance(Duration.ofNanos(1000));
        send();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Feilmelding: no route to host"));
    }

    @Test
    void anotherErrorOfTheSameStepIsTheOneOnRecord() {
        engine.fails("import-flyvo", "no route to host");
        clock.advance(Duration.ofSeconds(1));
        engine.fails("import-flyvo", "disk full");
        assertThat(stallOf(lillestrom).text("trouble.message")).isEqualTo("disk full");
        holdPasses();
        assertThat(mailsTo(ADMIN))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("disk full").doesNotContain("no route"));
    }

    @Test
    void anotherAudienceIsNews_heldImportsAreForSupport() {
        importFlyVoIsLateAndMailed();
        engine.holds("import-flyvo");
        send();
        assertThat(mailsTo(SUPPORT))
                .as("others with the same cause are looked for first")
                .isEmpty();
        tick();
        holdPasses();
        StallOf stall = stallOf(lillestrom);
        assertThat(List.of(stall.verdict(), stall.audience(), stall.state(), stall.text("remedy.playbook")))
                .containsExactly("HELD", "SUPPORT", "ESCALATED", "unmatched");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "STALL");
        assertThat(mailsTo(ADMIN).get(1).subject()).endsWith("brukerstøtte er varslet");
        assertThat(mailsTo(ADMIN).get(1).header("In-Reply-To"))
                .isEqualTo(mailsTo(ADMIN).get(0).id());
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
    }

    @Test
    void aComparisonThatIsLateAndThenHeldBecomesTheAdmins_andStaysWithSupportWhichWasTold() {
        comparisonIsLate();
        holdPasses();
        assertThat(stallOf(lillestrom).state()).isEqualTo("ESCALATED");
        engine.holds("synchronization", Map.of("limit", 20));
        send();
        StallOf stall = stallOf(lillestrom);
        assertThat(List.of(stall.verdict(), stall.audience(), stall.state()))
                .containsExactly("HELD", "SELF_SERVICE", "ESCALATED");
        assertThat(mailsTo(SUPPORT)).hasSize(1);
        assertThat(mailsTo(ADMIN)).hasSize(2);
        assertThat(mailsTo(ADMIN).get(1).text())
                .contains("Grensen i importfilteret er 20\u00a0%.")
                .contains("Brukerstøtte er allerede varslet om denne stansen.");
    }

    @Test
    void aComparisonThatIsHeldBeforeSupportWasToldIsTheAdminsAlone() {
        comparisonIsLate();
        engine.holds("synchronization");
        assertThat(stallOf(lillestrom).state()).isEqualTo("OPEN");
        holdPasses();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.subject())
                .endsWith("du kan få det i gang igjen"));
    }

    @Test
    void otherTasksAreNews() {
        importFlyVoIsLateAndMailed();
        changed(lillestrom.with("tasks", Map.of("import-flyvo", List.of("FlyVo natt"))));
        assertThat(mailsTo(ADMIN)).hasSize(1);
        engine.fails("import-flyvo", "no route to host");
        send();
        assertThat(stallOf(lillestrom).tasks()).containsExactly("FlyVo natt");
        assertThat(mailsTo(ADMIN)).hasSize(2);
        assertThat(mailsTo(ADMIN).get(1).text()).contains("Kjør oppgaven «FlyVo natt».");
    }

    @Test
    void aStepThatStartsAfterItFailedKeepsItsStall_andOverrunsIfItTakesTooLong() {
        engine.fails("import-flyvo", "no route to host");
        holdPasses();
        StallOf before = stallOf(lillestrom);
        Instant restarted = clock.instant();
        engine.starts("import-flyvo");
        assertThat((String) statusOf(lillestrom).step("import-flyvo", "state")).isEqualTo("CURRENT");
        assertThat((String) statusOf(lillestrom).step("import-flyvo", "readyAt"))
                .isEqualTo(restarted.toString());
        pass(Duration.ofHours(2).minusNanos(1000));
        assertThat(stallOf(lillestrom).verdict()).isEqualTo("FAILED");
        pass(Duration.ofNanos(1000));
        send();
        assertThat(stallOf(lillestrom).id()).isEqualTo(before.id());
        assertThat(stallOf(lillestrom).verdict()).isEqualTo("OVERRUN");
        assertThat(mailsTo(ADMIN)).hasSize(1);
        engine.completes("import-flyvo");
        assertThat(before.now().state()).isEqualTo("RESOLVED");
    }

    private StallOf importFlyVoIsLateAndMailed() {
        pass(Duration.ofHours(2));
        holdPasses();
        return stallOf(lillestrom);
    }

    private void comparisonIsLate() {
        engine.completes("import-flyvo");
        pass(Duration.ofMinutes(45));
    }
}
