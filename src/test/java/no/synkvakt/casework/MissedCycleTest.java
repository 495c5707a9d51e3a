package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No cycle began though one should have: from the schedule to the mail, and when that is nobody's trouble. */
@QuarkusTest
class MissedCycleTest extends FlowTest {

    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration SMALLEST = Duration.ofNanos(1000);
    private static final Map<String, String> AT_TWO = Map.of("cron", "0 2 * * *");
    private static final Instant NEXT_NIGHT =
            OffsetDateTime.parse("2026-11-24T02:00+01:00").toInstant();
    private static final MunicipalityFixture LILLESTROM = lillestrom().with("schedule", AT_TWO);

    /** It has its schedule, and last night's cycle is done. */
    @BeforeEach
    void lastNightWentWell() {
        watched(LILLESTROM);
        ran(LILLESTROM);
    }

    @Test
    void itIsMissedWhenTheGraceIsOver_andNotAMicrosecondBefore() {
        at(NEXT_NIGHT.plus(GRACE).minus(SMALLEST));
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("OK");
        at(NEXT_NIGHT.plus(GRACE));
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("STALLED");
        StallOf stall = stallOf(LILLESTROM);
        assertThat(List.of(stall.verdict(), stall.state(), stall.text("cycle"), stall.step()))
                .containsExactly("MISSED", "OPEN", "null", "null");
        assertThat(stall.time("since")).isEqualTo(NEXT_NIGHT);
        assertThat(stall.time("dueAt")).isEqualTo(NEXT_NIGHT.plus(GRACE));
        assertThat(stall.time("detectedAt")).isEqualTo(NEXT_NIGHT.plus(GRACE));
        assertThat(List.of(stall.audience(), stall.text("remedy.where"), stall.text("remedy.playbook")))
                .containsExactly("SELF_SERVICE", "CLIENT_SERVER", "missed");
        assertThat(stall.tasks()).containsExactly("eFeide synkronisering");
    }

    @Test
    void aCycleThatBeginsWithinTheGrace_orALittleAhead_isTonights() {
        clock.set(NEXT_NIGHT.minus(GRACE));
        ran(LILLESTROM, "2026-11-24");
        at(NEXT_NIGHT.plus(GRACE));
        clock.set(NEXT_NIGHT.plus(Duration.ofDays(1)).plus(GRACE).minus(SMALLEST));
        ran(LILLESTROM, "2026-11-25");
        pass(SMALLEST);
        assertThat(stallsOf(LILLESTROM)).isEmpty();
    }

    @Test
    void oneStartedByHandInTheAfternoonIsNot() {
        clock.set(NEXT_NIGHT.minus(Duration.ofHours(10)));
        ran(LILLESTROM, "by-hand");
        at(NEXT_NIGHT.plus(GRACE));
        assertThat(stallOf(LILLESTROM).verdict()).isEqualTo("MISSED");
    }

    @Test
    void nobodyMissesACycleWhileOneIsOpen_orIfTheLastRanUntilThen() {
        clock.set(NEXT_NIGHT.minus(Duration.ofHours(10)));
        Engine byHand = engineOf(LILLESTROM).inCycle("by-hand").startsCycle();
        assertThat(due()).containsExactly("null");
        clock.set(NEXT_NIGHT);
        byHand.completesCycle();
        at(NEXT_NIGHT.plus(GRACE));
        assertThat(stallsOf(LILLESTROM)).isEmpty();
        at(NEXT_NIGHT.plus(Duration.ofDays(1)).plus(GRACE));
        assertThat(stallOf(LILLESTROM).time("since")).isEqualTo(NEXT_NIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void whoeverWasNeverSeenMissesNothing_howeverLong() {
        MunicipalityFixture unseen = owner("unseen.example", "Unseen", "WIS").with("schedule", AT_TWO);
        watched(unseen);
        at(NEXT_NIGHT.plus(Duration.ofDays(30)));
        assertThat(statusOf(unseen).state()).isEqualTo("NEVER_SEEN");
        assertThat(stallsOf(unseen)).isEmpty();
    }

    @Test
    void whoeverHasNoScheduleMissesNothing_andNobodyAStartFromBeforeItWasSet() {
        changed(LILLESTROM.without("schedule"));
        assertThat(due()).containsExactly("null");
        at(NEXT_NIGHT.plus(Duration.ofHours(10)));
        changed(LILLESTROM);
        tick();
        assertThat(stallsOf(LILLESTROM)).isEmpty();
        at(NEXT_NIGHT.plus(Duration.ofDays(1)).plus(GRACE));
        assertThat(stallOf(LILLESTROM).time("since")).isEqualTo(NEXT_NIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void anotherChangeThatLeavesTheScheduleMovesNothing() {
        clock.set(NEXT_NIGHT.plus(Duration.ofMinutes(30)));
        changed(LILLESTROM.with("clientServer", "ADM-SRV-08"));
        at(NEXT_NIGHT.plus(GRACE));
        assertThat(stallOf(LILLESTROM).time("since")).isEqualTo(NEXT_NIGHT);
    }

    @Test
    void aNewScheduleHoldsAtOnce() {
        clock.set(NEXT_NIGHT.minus(Duration.ofHours(12)));
        changed(LILLESTROM.with("schedule", Map.of("cron", "0 4 * * *")));
        at(NEXT_NIGHT.plus(GRACE));
        assertThat(stallsOf(LILLESTROM)).isEmpty();
        at(NEXT_NIGHT.plus(Duration.ofHours(3)));
        assertThat(stallOf(LILLESTROM).time("since")).isEqualTo(NEXT_NIGHT.plus(Duration.ofHours(2)));
    }

    @Test
    void stillMissedTheNextNightItIsTheSameStall_andThereIsNoSecondMailOfIt() {
        at(NEXT_NIGHT.plus(GRACE));
        holdPasses();
        at(NEXT_NIGHT.plus(Duration.ofDays(2)).plus(GRACE));
        send();
        assertThat(stallsOf(LILLESTROM)).hasSize(1);
        assertThat(stallOf(LILLESTROM).time("since")).isEqualTo(NEXT_NIGHT);
        assertThat(stallOf(LILLESTROM).notices())
                .filteredOn(notice -> notice.startsWith("STALL "))
                .hasSize(1);
    }

    @Test
    void fromTheScheduleToTheMail_andFromTheNextCycleToTheAllClear() {
        at(NEXT_NIGHT.plus(GRACE));
        holdPasses();
        assertThat(mailsTo("ikt@lillestrom.example")).singleElement().satisfies(mail -> {
            assertThat(mail.subject())
                    .isEqualTo("Lillestrøm: synkroniseringen har ikke startet – du kan få den i gang");
            assertThat(mail.text())
                    .contains("ADM-SRV-07", "«eFeide synkronisering»", "tirsdag 24. november kl. 02.00")
                    .contains("Forrige synkronisering startet mandag 23. november kl. 02.00");
        });
        clock.advance(Duration.ofMinutes(20));
        engineOf(LILLESTROM).inCycle("2026-11-24").startsCycle();
        send();
        assertThat(statusOf(LILLESTROM).state()).isEqualTo("RUNNING");
        assertThat(mailsTo("ikt@lillestrom.example")).hasSize(2).last().satisfies(mail -> assertThat(mail.subject())
                .isEqualTo("Lillestrøm: synkroniseringen er i gang igjen"));
        assertThat(stallsOf(LILLESTROM)).singleElement().satisfies(stall -> assertThat(stall.state())
                .isEqualTo("RESOLVED"));
    }

    private void at(Instant time) {
        clock.set(time);
        tick();
    }

    private void ran(MunicipalityFixture owner) {
        engineOf(owner).startsCycle().completesCycle();
    }

    private void ran(MunicipalityFixture owner, String cycle) {
        engineOf(owner).inCycle(cycle).startsCycle().completesCycle();
    }

    private List<String> due() {
        return queried("select missed_at from municipality where id = '" + LILLESTROM.id() + "'");
    }
}
