package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an engine is not heard, nothing is claimed of its owners, and its operator is told. */
@QuarkusTest
class BlindModeTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String OPERATOR = "drift@synkvakt.example";
    private static final Duration SILENT_AFTER = Duration.ofMinutes(10);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MunicipalityFixture lillestrom = lillestrom();
    private Engine engine;

    @BeforeEach
    void anEngineThatBeatsStartsACycle() {
        watched(lillestrom);
        engine = engineOf(lillestrom).beats().startsCycle();
        tick();
    }

    private List<String> kindsTo(String address) {
        send();
        return mailsTo(address).stream().map(Mail::kind).toList();
    }

    private String state() {
        return statusOf(lillestrom).state();
    }

    @Test
    void aSourceIsBlindOnceItHasBeenSilentForSoLong_notAMomentBefore() {
        pass(SILENT_AFTER.minusNanos(1000));
        assertThat(state()).isEqualTo("RUNNING");
        assertThat(kindsTo(OPERATOR)).isEmpty();

        pass(Duration.ofNanos(1000));
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND");
        Mail mail = mailsTo(OPERATOR).get(0);
        assertThat(mail.subject()).isEqualTo("Synkvakt hører ikke fra /efeide/engine-1");
        assertThat(mail.text()).contains("mandag 23. november kl. 02.00", "den ene skoleeieren");
    }

    @Test
    void theOperatorIsToldOnce_theAdminsNothing_howeverLongItTakes() {
        pass(SILENT_AFTER);
        pass(HOUR);
        pass(Duration.ofDays(2));
        holdPasses();

        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND");
        assertThat(kindsTo(ADMIN)).isEmpty();
        assertThat(stallsOf(lillestrom)).isEmpty();
    }

    @Test
    void whenItIsBack_whatWasParkedIsJudgedOnceThereWasNoBacklogForHalfAMinute() {
        pass(SILENT_AFTER);
        send();
        clock.advance(HOUR);
        engine.beats();
        pass(CAUGHT_UP.minusNanos(1000));
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(stallsOf(lillestrom)).isEmpty();

        pass(Duration.ofNanos(1000));
        assertThat(state()).isEqualTo("STALLED");
        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND", "RESOLVED");
        assertThat(mailsTo(OPERATOR).get(1).header("In-Reply-To"))
                .isEqualTo(mailsTo(OPERATOR).get(0).id());
        holdPasses();
        assertThat(kindsTo(ADMIN)).containsExactly("STALL");
    }

    @Test
    void aBacklogThatShowsTheStepDoneRaisesNothing() {
        pass(SILENT_AFTER);
        clock.advance(HOUR);
        engine.beats();
        clock.advance(Duration.ofSeconds(29));
        engine.ago(Duration.ofMinutes(50)).completes("Import Visma Flyt");
        pass(Duration.ofSeconds(29));
        assertThat(state()).as("the backlog may go on").isEqualTo("UNKNOWN");
        pass(Duration.ofSeconds(1));

        assertThat(state()).isEqualTo("RUNNING");
        assertThat(stallsOf(lillestrom)).isEmpty();
    }

    @Test
    void aBacklogThatNeverEndsDelaysTheJudgementByFiveMinutesAtMost() {
        pass(SILENT_AFTER);
        clock.advance(Duration.ofHours(3));
        for (int report = 0; report < 15; report++) {
            engine.ago(Duration.ofHours(2)).starts("Import Visma Flyt");
            pass(Duration.ofSeconds(20));
            assertThat(state()).isEqualTo(report < 14 ? "UNKNOWN" : "STALLED");
        }
    }

    @Test
    void whatAnEngineReportsAfterItIsBackIsRaisedAtOnce() {
        pass(SILENT_AFTER);
        engine.fails("Import Visma Flyt", "no answer");
        tick();

        assertThat(stallsOf(lillestrom)).hasSize(1);
        holdPasses();
        assertThat(kindsTo(ADMIN)).containsExactly("STALL");
    }

    @Test
    void remindersAndHandoversWaitToo() {
        MunicipalityFixture wis = owner("wis.example", "Wisby", "WIS");
        watched(wis);
        engineOf(wis).startsCycle();
        for (int beat = 0; beat < 13; beat++) {
            clock.advance(Duration.ofMinutes(9));
            engine.beats();
            tick();
        }
        pass(Duration.ofMinutes(4));
        holdPasses();
        assertThat(kindsTo("ikt@wis.example")).containsExactly("STALL");

        pass(SILENT_AFTER);
        pass(Duration.ofDays(3));
        assertThat(kindsTo("ikt@wis.example")).containsExactly("STALL");

        engine.beats();
        pass(CAUGHT_UP);
        assertThat(kindsTo("ikt@wis.example")).containsExactly("STALL", "ESCALATION");
    }

    @Test
    void aSourceThatNeverBeatIsNeverBlind() {
        MunicipalityFixture other = owner("other.example", "Annenby", "WIS");
        watched(other);
        var event = engineOf(other).event("cycle.started", null, Map.of());
        event.put("source", "/another/engine");
        Engine.send(event).statusCode(202);
        pass(SILENT_AFTER.plus(Duration.ofHours(2)));

        assertThat(statusOf(other).state()).isEqualTo("STALLED");
        assertThat(state()).isEqualTo("UNKNOWN");
    }

    @Test
    void anOwnerThatIsHeardByAnotherSourceIsSeen() {
        pass(SILENT_AFTER);
        var event = engine.event("step.completed", "Import Visma Flyt", Map.of());
        event.put("source", "/ping/of-its-own");
        Engine.send(event).statusCode(202);
        assertThat(state()).isEqualTo("RUNNING");

        pass(Duration.ofHours(2));
        assertThat(state()).isEqualTo("STALLED");
        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND");
    }

    @Test
    void whoIsHeardAgainBeforeTheOperatorWasMailedIsNotMentioned() {
        pass(SILENT_AFTER);
        engine.beats();
        pass(CAUGHT_UP);

        assertThat(kindsTo(OPERATOR)).isEmpty();
        assertThat(state()).isEqualTo("RUNNING");
    }

    @Test
    void afterSynkvaktItselfWasDownNobodyIsJudgedUntilEnginesHaveCaughtUp() {
        isDown(Duration.ofHours(3));
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(stallsOf(lillestrom)).isEmpty();

        engine.ago(Duration.ofHours(2)).completes("Import Visma Flyt");
        engine.ago(Duration.ofMinutes(1)).completes("Import FlyVo");
        pass(CAUGHT_UP);
        assertThat(state()).isEqualTo("RUNNING");
        assertThat(stallsOf(lillestrom)).isEmpty();
        assertThat(kindsTo(OPERATOR)).as("the engine lived all the while").isEmpty();
    }

    @Test
    void afterThatAnEngineThatDoesNotComeBackIsTold() {
        isDown(Duration.ofHours(3));
        pass(SILENT_AFTER.minusNanos(1000));
        assertThat(kindsTo(OPERATOR)).isEmpty();
        pass(Duration.ofNanos(1000));

        assertThat(kindsTo(OPERATOR)).containsExactly("BLIND");
        assertThat(stallsOf(lillestrom)).isEmpty();
        assertThat(state()).isEqualTo("UNKNOWN");
    }

    @Test
    void ownersOfEnginesThatDoNotBeatAreJudgedHalfAMinuteAfterTheStart() {
        MunicipalityFixture other = owner("other.example", "Annenby", "WIS");
        watched(other);
        var event = engineOf(other).event("cycle.started", null, Map.of());
        event.put("source", "/another/engine");
        Engine.send(event).statusCode(202);
        isDown(Duration.ofHours(3));
        assertThat(statusOf(other).state()).isEqualTo("UNKNOWN");
        pass(CAUGHT_UP);

        assertThat(statusOf(other).state()).isEqualTo("STALLED");
    }

    @Test
    void aShortBreakIsNone() {
        pass(Duration.ofMinutes(55));
        engine.beats();
        pass(CAUGHT_UP);
        tick();
        isDown(Duration.ofMinutes(9));

        assertThat(state()).isEqualTo("STALLED");
    }
}
