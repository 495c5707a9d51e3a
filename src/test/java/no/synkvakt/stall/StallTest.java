package no.synkvakt.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import no.synkvakt.cycle.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stall on record: how it begins, what a later finding of the same step changes, and how it ends. */
class StallTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T01:14:07Z");
    private static final Instant DUE = Instant.parse("2026-11-23T03:14:07Z");
    private static final Instant DETECTED = Instant.parse("2026-11-23T03:14:12Z");
    private static final Instant DUE_LATER = Instant.parse("2026-11-24T03:20:00Z");
    private static final Finding LATE = new Finding("import-flyvo", Verdict.NOT_STARTED, SINCE, DUE, null);
    private static final Remedy RUN_TASK = remedy(Audience.SELF_SERVICE, "import-flyvo");
    private static final Remedy CALL_SUPPORT = remedy(Audience.SUPPORT, "unmatched");

    private final Stall stall = Stall.of("lillestrom.kommune.no", "2026-11-23", LATE, RUN_TASK, DETECTED);

    @Test
    void itBeginsWithWhatWasFound_open_andWithNothingDone() {
        assertThat(stall.municipality).isEqualTo("lillestrom.kommune.no");
        assertThat(stall.cycle).isEqualTo("2026-11-23");
        assertThat(stall.step).isEqualTo("import-flyvo");
        assertThat(stall.verdict).isEqualTo(Verdict.NOT_STARTED);
        assertThat(stall.since).isEqualTo(SINCE);
        assertThat(stall.dueAt).isEqualTo(DUE);
        assertThat(stall.judgedUntil).isEqualTo(DUE);
        assertThat(stall.detectedAt).isEqualTo(DETECTED);
        assertThat(stall.state).isEqualTo(StallState.OPEN);
        assertThat(stall.isResolved()).isFalse();
        assertThat(stall.resolvedAt).isNull();
        assertThat(stall.remedy).isEqualTo(RUN_TASK);
        assertThat(stall.acts).isEmpty();
    }

    @Test
    void eachHasAnIdOfItsOwn() {
        assertThat(Stall.of("lillestrom.kommune.no", "2026-11-23", LATE, RUN_TASK, DETECTED).id)
                .isNotEqualTo(stall.id);
    }

    @Test
    void oneThatOnlySupportCanSolveIsEscalatedFromTheStart_thoughNobodyHandedItOver() {
        Stall ofSupport = Stall.of("lillestrom.kommune.no", "2026-11-23", LATE, CALL_SUPPORT, DETECTED);

        assertThat(ofSupport.state).isEqualTo(StallState.ESCALATED);
        assertThat(ofSupport.wasHandedOver()).isFalse();
    }

    @Test
    void aLaterFindingChangesVerdictTroubleAndRemedyInPlace() {
        Trouble noSpace = new Trouble("no space", null, null);
        stall.judge(
                "2026-11-24",
                new Finding("import-flyvo", Verdict.FAILED, DETECTED, DUE_LATER, noSpace),
                remedy(Audience.SELF_SERVICE, "another"));

        assertThat(stall.cycle).isEqualTo("2026-11-24");
        assertThat(stall.verdict).isEqualTo(Verdict.FAILED);
        assertThat(stall.trouble).isEqualTo(noSpace);
        assertThat(stall.remedy.playbook()).isEqualTo("another");
        assertThat(stall.judgedUntil).isEqualTo(DUE_LATER);
    }

    @Test
    void aLaterFindingLeavesSinceWhenItStandsStill_andWhenThatWasSeen() {
        stall.judge("2026-11-24", new Finding("import-flyvo", Verdict.OVERRUN, DETECTED, DUE_LATER, null), RUN_TASK);

        assertThat(stall.since).isEqualTo(SINCE);
        assertThat(stall.dueAt).isEqualTo(DUE);
        assertThat(stall.detectedAt).isEqualTo(DETECTED);
        assertThat(stall.state).isEqualTo(StallState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = StallState.class,
            names = {"OPEN", "ACKNOWLEDGED", "ESCALATED"})
    void whatHasBecomeSupportsIsEscalated_andStaysSoWhenItIsTheAdminsAgain(StallState before) {
        stall.state = before;

        stall.judge("2026-11-23", LATE, CALL_SUPPORT);
        assertThat(stall.state).isEqualTo(StallState.ESCALATED);

        stall.judge("2026-11-23", LATE, RUN_TASK);
        assertThat(stall.state).isEqualTo(StallState.ESCALATED);
    }

    @Test
    void whatTheAdminHasAcknowledgedStaysSo_whileItIsTheirs() {
        stall.state = StallState.ACKNOWLEDGED;

        stall.judge("2026-11-23", LATE, RUN_TASK);

        assertThat(stall.state).isEqualTo(StallState.ACKNOWLEDGED);
    }

    @Test
    void itEndsAtTheTimeOfWhatEndedIt_andThatIsRecorded() {
        Act end = act(Act.Kind.RESOLVED);

        stall.resolve(end);

        assertThat(stall.isResolved()).isTrue();
        assertThat(stall.resolvedAt).isEqualTo(end.at());
        assertThat(stall.acts).containsExactly(end);
    }

    @Test
    void actsAreRecordedInTheirOrder_andNobodyChangesThemAfterwards() {
        stall.record(act(Act.Kind.ACKNOWLEDGED));
        stall.record(act(Act.Kind.ESCALATED));

        assertThat(stall.acts).containsExactly(act(Act.Kind.ACKNOWLEDGED), act(Act.Kind.ESCALATED));
        assertThatThrownBy(() -> stall.acts.clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @EnumSource(Act.Kind.class)
    void onlyAnEscalationHandsItOver(Act.Kind kind) {
        stall.record(act(kind));

        assertThat(stall.wasHandedOver()).isEqualTo(kind == Act.Kind.ESCALATED);
    }

    private static Act act(Act.Kind kind) {
        return new Act(DETECTED.plusSeconds(600), kind, Act.Side.SUPPORT, "operator", "seen");
    }

    private static Remedy remedy(Audience audience, String playbook) {
        return new Remedy(audience, playbook, List.of(), true, null, null);
    }
}
