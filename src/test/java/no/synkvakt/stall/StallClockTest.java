package no.synkvakt.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the clock does to a stall, at the very boundaries, and when the watcher has to look. */
class StallClockTest {

    private static final Instant DETECTED = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant ESCALATE = DETECTED.plus(Duration.ofHours(12));
    private static final Instant REMIND = DETECTED.plus(Duration.ofHours(24));
    private static final Instant DUE_AGAIN = DETECTED.plus(Duration.ofHours(2));
    private static final Instant LATER = DETECTED.plus(Duration.ofHours(40));

    private final Stall stall = Stall.of(
            "lillestrom.kommune.no",
            "2026-11-23",
            new Finding("import-flyvo", Verdict.NOT_STARTED, DETECTED, DETECTED, null),
            new Remedy(Audience.SELF_SERVICE, "import-flyvo", List.of(), true, null, null),
            DETECTED);

    StallClockTest() {
        stall.escalateAt = ESCALATE;
        stall.remindAt = REMIND;
    }

    @Test
    void anOpenOneIsHandedOverAtTheVeryInstant_andNotANanosecondEarlier() {
        assertThat(stall.isToEscalate(ESCALATE.minusNanos(1))).isFalse();
        assertThat(stall.isToEscalate(ESCALATE)).isTrue();
        assertThat(stall.escalatesAt()).isEqualTo(ESCALATE);
    }

    @Test
    void itIsRemindedOfAtTheVeryInstant_andNotANanosecondEarlier() {
        assertThat(stall.isToRemind(REMIND.minusNanos(1))).isFalse();
        assertThat(stall.isToRemind(REMIND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,         true,  true,  false",
        "ACKNOWLEDGED, false, false, true",
        "ESCALATED,    false, true,  false",
        "RESOLVED,     false, false, false",
    })
    void whatTheClockDoesFollowsFromItsState(StallState state, boolean escalates, boolean reminds, boolean notHelped) {
        stall.state = state;

        assertThat(stall.isToEscalate(LATER)).isEqualTo(escalates);
        assertThat(stall.escalatesAt() != null).isEqualTo(escalates);
        assertThat(stall.isToRemind(LATER)).isEqualTo(reminds);
        assertThat(stall.hasNotHelped(LATER)).isEqualTo(notHelped);
    }

    @Test
    void whatWasDoneHasTheStepsTime_toTheVeryInstant() {
        stall.state = StallState.ACKNOWLEDGED;
        stall.dueAt = DUE_AGAIN;

        assertThat(stall.hasNotHelped(DUE_AGAIN.minusNanos(1))).isFalse();
        assertThat(stall.hasNotHelped(DUE_AGAIN)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = StallState.class,
            names = {"OPEN", "ACKNOWLEDGED", "ESCALATED"})
    void inTheQuietNothingIsDone_andAllOfItWhenThatIsOver(StallState state) {
        stall.state = state;
        stall.quietUntil = LATER;

        assertThat(acts(LATER.minusNanos(1))).isFalse();
        assertThat(acts(LATER)).isTrue();
    }

    @Test
    void whatIsDueInTheQuietIsDoneAtItsEnd_whatIsDueLaterThen() {
        stall.quietUntil = REMIND;

        assertThat(stall.escalatesAt()).isEqualTo(REMIND);
        assertThat(stall.afterQuiet(REMIND.minusNanos(1))).isEqualTo(REMIND);
        assertThat(stall.afterQuiet(REMIND)).isEqualTo(REMIND);
        assertThat(stall.afterQuiet(REMIND.plusNanos(1))).isEqualTo(REMIND.plusNanos(1));
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,         ,                     2026-11-23T15:00:00Z",
        "OPEN,         2026-11-23T14:59:59Z, 2026-11-23T15:00:00Z",
        "OPEN,         2026-11-23T18:00:00Z, 2026-11-23T18:00:00Z",
        "ESCALATED,    ,                     2026-11-24T03:00:00Z",
        "ESCALATED,    2026-11-25T03:00:00Z, 2026-11-25T03:00:00Z",
        "ACKNOWLEDGED, ,                     ",
        "ACKNOWLEDGED, 2026-11-25T03:00:00Z, ",
        "RESOLVED,     2026-11-25T03:00:00Z, ",
    })
    void theWatcherLooksAtTheEarliestOfWhatTheClockDoes(
            StallState state, @Nullable Instant quietUntil, @Nullable Instant look) {
        stall.state = state;
        stall.quietUntil = quietUntil;

        stall.lookAgain();

        assertThat(stall.actAt).isEqualTo(look);
    }

    @Test
    void theWatcherLooksAtAReminderThatComesFirst() {
        stall.remindAt = ESCALATE.minusNanos(1);

        stall.lookAgain();

        assertThat(stall.actAt).isEqualTo(ESCALATE.minusNanos(1));
    }

    @Test
    void onceResolvedTheWatcherNeverLooksAgain() {
        stall.lookAgain();

        stall.resolve(Act.ofSynkvakt(LATER, Act.Kind.RESOLVED, null));

        assertThat(stall.actAt).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,         ,             ran it, false",
        "ACKNOWLEDGED, ACKNOWLEDGED, ,       true",
        "ACKNOWLEDGED, ACKNOWLEDGED, ran it, true",
        "ACKNOWLEDGED, ACKNOWLEDGED, again,  false",
        "ACKNOWLEDGED, SILENCED,     ,       true",
        "ESCALATED,    ACKNOWLEDGED, ,       true",
        "ESCALATED,    ESCALATED,    ,       false",
        "ESCALATED,    ESCALATED,    ran it, false",
    })
    void thatSomebodyHasActedIsSaidOnce(
            StallState state, Act.@Nullable Kind last, @Nullable String note, boolean said) {
        stall.state = state;
        if (last != null) {
            stall.record(new Act(DETECTED, Act.Kind.ACKNOWLEDGED, Act.Side.SUPPORT, "operator", "ran it"));
        }
        if (last != null && last != Act.Kind.ACKNOWLEDGED) {
            stall.record(new Act(DETECTED, last, Act.Side.SUPPORT, "operator", null));
        }

        assertThat(stall.isSaid(note)).isEqualTo(said);
    }

    private boolean acts(Instant now) {
        return stall.isToEscalate(now) || stall.isToRemind(now) || stall.hasNotHelped(now);
    }
}
