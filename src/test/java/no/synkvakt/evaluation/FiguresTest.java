package no.synkvakt.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.evaluation.TrueNight.Heard;
import no.synkvakt.evaluation.TrueStall.Kind;
import org.junit.jupiter.api.Test;

/** That the evaluation's figures are what they are said to be, on nights small enough to count by hand. */
class FiguresTest {

    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant NEXT = START.plus(Duration.ofDays(1));
    private static final List<Watched> OWNERS = Watched.allOfNorway();

    /** The first owner with an import that only support can set going again, which may take an hour. */
    private static final List<Watched> OF_VISMA = OWNERS.stream()
            .filter(owner -> owner.places().get(0).step().equals("import-visma-flyt"))
            .limit(4)
            .toList();

    @Test
    void aSeedAlwaysMakesTheSameNights_anotherOneOthers() {
        List<Watched> few = OWNERS.subList(0, 5);
        assertThat(new Generator(7, few).night(0)).isEqualTo(new Generator(7, few).night(0));
        assertThat(new Generator(7, few).night(0)).isNotEqualTo(new Generator(8, few).night(0));
    }

    @Test
    void allSchoolOwnersAreWatched() {
        assertThat(OWNERS).hasSize(372);
    }

    @Test
    void aStepThatWasOnlySlow_isAFalseAlarm_atTheFirstTickAfterItWasDue() {
        TrueNight slow = night(OF_VISMA.get(0), 61, Optional.empty());
        List<Alarm> alarms = new Watcher(slow.owner(), Limits.CONFIGURED).watch(slow);

        assertThat(alarms).extracting(Alarm::at).containsExactly(minute(60));
        assertThat(alarms).extracting(Alarm::until).containsExactly(minute(61));
        Score score = scoreOf(slow, alarms);
        assertThat(score.falseAlarmsPerOwnerAndYear()).isEqualTo(365);
    }

    @Test
    void aStepThatWasDoneInTime_isNone() {
        TrueNight good = night(OF_VISMA.get(0), 59, Optional.empty());
        assertThat(new Watcher(good.owner(), Limits.CONFIGURED).watch(good)).isEmpty();
    }

    @Test
    void aTrueStall_isFound_andItsDelayIsFromItsTrueBeginning() {
        TrueNight hung = night(OF_VISMA.get(0), 300, Optional.of(outage(20, 300)));
        Score score = scoreOf(hung, new Watcher(hung.owner(), Limits.CONFIGURED).watch(hung));

        assertThat(score.found()).isEqualTo(1);
        assertThat(score.falseAlarmsPerOwnerAndYear()).isZero();
        assertThat(score.delay(0.5)).hasMinutes(40);
    }

    @Test
    void anAlarmBeforeTheStepStoodStill_isFalse_andTheStallIsNotFound() {
        TrueNight late = night(OF_VISMA.get(0), 300, Optional.of(outage(90, 300)));
        Score score = scoreOf(late, new Watcher(late.owner(), Limits.CONFIGURED).watch(late));

        assertThat(score.found()).isZero();
        assertThat(score.falseAlarmsPerOwnerAndYear()).isEqualTo(365);
    }

    @Test
    void anOutageOfFour_isOneMailToSupportAndOneToEachAdmin_withoutGroupingFourToSupport() {
        List<Alarm> alarms = new ArrayList<>();
        for (Watched owner : OF_VISMA) {
            TrueNight night = night(owner, 300, Optional.of(outage(20, 300)));
            alarms.addAll(new Watcher(owner, Limits.CONFIGURED).watch(night));
        }
        Mails grouped = Mails.grouped();
        grouped.count(alarms);
        Mails ungrouped = Mails.ungrouped();
        ungrouped.count(alarms);

        assertThat(grouped.perOutageToSupport()).isEqualTo(1);
        assertThat(grouped.perOutageToAdmin()).isEqualTo(1);
        assertThat(ungrouped.perOutageToSupport()).isEqualTo(4);
        assertThat(ungrouped.perOutageAndRecipient()).isEqualTo((4 + 4) / 5.0);
    }

    private static Score scoreOf(TrueNight night, List<Alarm> alarms) {
        Score score = new Score(1);
        score.count(List.of(night), alarms);
        return score;
    }

    private static TrueStall outage(int from, int until) {
        return new TrueStall("import-visma-flyt", Kind.OUTAGE, 1, minute(from), minute(until));
    }

    /** The first step is done at that minute, all others a minute later. */
    private static TrueNight night(Watched owner, int firstDone, Optional<TrueStall> stall) {
        List<Heard> heard = new ArrayList<>();
        heard.add(heard(EventType.CYCLE_STARTED, null, 0));
        heard.add(heard(EventType.STEP_COMPLETED, owner.places().get(0).step(), firstDone));
        heard.add(heard(EventType.CYCLE_COMPLETED, null, firstDone + 1));
        return new TrueNight(owner, START, NEXT, heard, stall, Optional.empty());
    }

    private static Heard heard(EventType type, String step, int minute) {
        return new Heard(new StepEvent("/engine", type.name(), type, "1", step, minute(minute), null), minute(minute));
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
