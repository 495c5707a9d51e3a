package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody says that they have acted: the step has its time once more, and then support takes over. */
@QuarkusTest
class AcknowledgedStallTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final Duration EXPECTED = Duration.ofMinutes(90);
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    private final MunicipalityFixture lillestrom = lillestrom().expecting("import-flyvo", EXPECTED);
    private Engine engine;
    private StallOf stall;

    @BeforeEach
    void importFlyVoStandsStillAndTheAdminKnows() {
        watched(lillestrom);
        engine = engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(EXPECTED);
        holdPasses();
        stall = stallOf(lillestrom);
    }

    @Test
    void itHasANewDueTime_andWhoAndWhyIsOnRecord() {
        Instant due = clock.instant().plus(EXPECTED);
        stall.acknowledge("I have run the task")
                .statusCode(200)
                .body("id", equalTo(stall.id()))
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("dueAt", equalTo(due.toString()))
                .body("acts.kind[0]", equalTo("ACKNOWLEDGED"))
                .body("acts.by[0]", equalTo("operator"))
                .body("acts.note[0]", equalTo("I have run the task"))
                .body("acts.at[0]", equalTo(clock.instant().toString()));
        assertThat(statusOf(lillestrom).state()).isEqualTo("STALLED");
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }

    @Test
    void aSecondPressDoesNotMoveTheDueTime() {
        Instant due = clock.instant().plus(EXPECTED);
        stall.acknowledge("once").statusCode(200);
        clock.advance(Duration.ofMinutes(10));
        stall.acknowledge("twice")
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("dueAt", equalTo(due.toString()))
                .body("acts.note", contains("once", "twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{ \"note\": \"once\" }"})
    void aSecondPressWithNothingNewToSayChangesNothing(String body) {
        stall.acknowledge("once").statusCode(200);
        StallOf once = stall.now();
        clock.advance(Duration.ofMinutes(10));
        operator()
                .body(body)
                .post("/api/v1/stalls/" + stall.id() + "/acknowledge")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo(once.text("dueAt")))
                .body("acts.at", contains(once.text("acts[0].at")));
    }

    @Test
    void stillNotDoneAtTheNewDueTimeItGoesToSupport() {
        stall.acknowledge("I have run the task").statusCode(200);
        pass(EXPECTED.minus(SMALLEST));
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        pass(SMALLEST);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(stall.now().acts()).containsExactly("ACKNOWLEDGED", "ESCALATED");
        assertThat(stall.now().text("acts[1].by")).isEqualTo("synkvakt");
        send();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(SUPPORT).get(0).header("In-Reply-To"))
                .isEqualTo(mailsTo(ADMIN).get(0).id());
        assertThat(mailsTo(SUPPORT).get(0).text()).contains("meldt utført (operator): I have run the task");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
        pass(Duration.ofDays(1).minus(SMALLEST));
        send();
        assertThat(mailsTo(SUPPORT)).as("told once").hasSize(1);
    }

    @Test
    void doneInTimeItIsOver_andTheAllClearFollows() {
        stall.acknowledge("I have run the task").statusCode(200);
        engine.completes("import-flyvo");
        pass(EXPECTED);
        send();
        assertThat(stall.now().state()).isEqualTo("RESOLVED");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }

    @Test
    void aFailedStepStillNotDoneAtTheNewDueTimeGoesToSupportToo() {
        engine.fails("import-flyvo", "no route to host");
        stall.acknowledge("I have run the task").statusCode(200);
        pass(EXPECTED);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
    }

    @Test
    void aStepThatFailsMeanwhileKeepsTheNewDueTime() {
        Instant due = clock.instant().plus(EXPECTED);
        stall.acknowledge("I have run the task").statusCode(200);
        engine.fails("import-flyvo", "no route to host");
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        assertThat(stall.now().verdict()).isEqualTo("FAILED");
        assertThat(stall.now().time("dueAt")).isEqualTo(due);
    }

    @Test
    void onOneThatIsWithSupportItIsOnlyRecorded() {
        stall.escalate("it did not help").statusCode(200);
        stall.acknowledge("ran it once more")
                .statusCode(200)
                .body("state", equalTo("ESCALATED"))
                .body("dueAt", equalTo(stall.text("dueAt")))
                .body("acts[1].kind", equalTo("ACKNOWLEDGED"))
                .body("acts[1].note", equalTo("ran it once more"));
        stall.acknowledge("ran it once more").statusCode(200).body("acts", hasSize(2));
    }

    @Test
    void onceResolvedThereIsNothingLeftToActOn() {
        engine.completes("import-flyvo");
        stall.acknowledge("too late")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("state"))
                .body("errors[0].value", equalTo("RESOLVED"))
                .body("errors[0].accepted", equalTo("OPEN, ACKNOWLEDGED or ESCALATED"));
        assertThat(stall.now().acts()).containsExactly("RESOLVED");
    }

    @Test
    void inANewCycleTheStepGetsItsTimeThere_andThenItGoesToSupport() {
        clock.advance(Duration.ofHours(22));
        stall.acknowledge("I have run the task").statusCode(200);
        Engine tomorrow = engine.inCycle("2026-11-24").startsCycle();
        pass(Duration.ofMinutes(30));
        tomorrow.completes("import-visma-flyt");
        pass(EXPECTED.minus(SMALLEST));
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        pass(SMALLEST);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(stall.now().text("cycle")).isEqualTo("2026-11-24");
        send();
        assertThat(mailsTo(SUPPORT)).hasSize(1);
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
    }
}
