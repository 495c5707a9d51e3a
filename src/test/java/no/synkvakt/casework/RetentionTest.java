package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.watch.Housekeeping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has been kept long enough goes, and nothing that is still at work. */
@QuarkusTest
class RetentionTest extends FlowTest {

    private static final Duration CYCLES = Duration.ofDays(400);
    private static final Duration HEARTBEATS = Duration.ofDays(7);
    private static final Duration MAILS = Duration.ofDays(365);
    private static final Duration CASES = Duration.ofDays(1095);
    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    @Inject
    Housekeeping housekeeping;

    @BeforeEach
    void oneIsWatched() {
        watched(lillestrom());
    }

    @Test
    void aCycleGoesWithItsEvents_whenItsTimeIsOver_andNotBefore() {
        night("old");
        clock.advance(CYCLES);
        night("young");
        housekeeping.letGo();
        assertThat(cycles()).containsExactlyInAnyOrder("old", "young");

        clock.advance(SMALLEST);
        housekeeping.letGo();
        assertThat(cycles()).containsExactly("young");
        assertThat(queried("select distinct cycle from event where cycle is not null"))
                .containsExactly("young");
    }

    @Test
    void theLastCycleStays_howeverOld_andSoDoesOneThatIsOpen() {
        night("last");
        clock.advance(CYCLES.multipliedBy(2));
        housekeeping.letGo();
        assertThat(cycles()).containsExactly("last");
        engineOf(lillestrom()).inCycle("open").startsCycle();
        clock.advance(CYCLES.multipliedBy(2));
        housekeeping.letGo();
        assertThat(cycles()).containsExactly("open");
    }

    @Test
    void heartbeatsGo() {
        engineOf(lillestrom()).beats();
        clock.advance(HEARTBEATS);
        housekeeping.letGo();
        assertThat(queried("select count(*) from event where municipality is null"))
                .containsExactly("1");
        clock.advance(SMALLEST);
        housekeeping.letGo();
        assertThat(queried("select count(*) from event where municipality is null"))
                .containsExactly("0");
    }

    @Test
    void ofAMailThatIsOldOnlyStaysThatItWasSent() {
        aStallThatIsOver();
        clock.advance(MAILS.minus(HOLD));
        housekeeping.letGo();
        assertThat(recipients()).doesNotContain("null");

        clock.advance(SMALLEST);
        housekeeping.letGo();
        assertThat(recipients()).isNotEmpty().containsOnly("null");
        assertThat(queried("select count(*) from notice where message is not null and kind = 'STALL'"))
                .containsExactly("0");
        String stall = as(Key.VIEWER).get("/api/v1/stalls").jsonPath().getString("items[0].id");
        as(Key.VIEWER).get("/stalls/" + stall).then().statusCode(200);
        as(Key.VIEWER).get("/api/v1/stalls/" + stall).then().statusCode(200);
    }

    @Test
    void aStallThatIsOverGoesWithItsNotices_oneThatIsOpenStaysAsItIs() {
        aStallThatIsOver();
        clock.advance(CASES.plusDays(1));
        housekeeping.letGo();
        assertThat(queried("select id from stall")).isEmpty();
        assertThat(queried("select id from notice")).isEmpty();

        aStall();
        holdPasses();
        clock.advance(CASES.plusDays(1));
        housekeeping.letGo();
        assertThat(queried("select state from stall")).containsExactly("OPEN");
        assertThat(recipients()).containsExactly("ikt@lillestrom.example");
    }

    @Test
    void anAllClearThatIsNotSentYetKeepsItsStall() {
        aStall();
        holdPasses();
        engineOf(lillestrom()).completes("import-flyvo");
        clock.advance(CASES.plusDays(1));
        housekeeping.letGo();
        assertThat(queried("select id from stall")).hasSize(1);
    }

    @Test
    void silencesAndTheTrailGo() {
        operator()
                .body(Map.of("until", clock.instant().plus(Duration.ofHours(1)).toString()))
                .post("/api/v1/silences")
                .then()
                .statusCode(201);
        clock.advance(CASES);
        housekeeping.letGo();
        assertThat(queried("select id from silence")).hasSize(1);
        assertThat(queried("select id from audit")).hasSize(2);
        clock.advance(Duration.ofHours(2));
        housekeeping.letGo();
        assertThat(queried("select id from silence")).isEmpty();
        assertThat(queried("select id from audit")).isEmpty();
    }

    @Test
    void whatWouldBeGoneAtOnceIsRefused() {
        assertThatThrownBy(RetentionTest::tooShort)
                .hasMessage("synkvakt.retention.heartbeats = PT23H59M; accepted: at least P1D");
    }

    @SuppressWarnings("NullAway") // what is refused needs nothing else
    private static Retention tooShort() {
        Duration day = Duration.ofDays(1);
        return new Retention(null, day, day.minusMinutes(1), day, day, day);
    }

    private void night(String cycle) {
        engineOf(lillestrom()).inCycle(cycle).startsCycle().completesCycle();
    }

    private void aStall() {
        engineOf(lillestrom()).inCycle("stalls" + clock.instant()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
    }

    private void aStallThatIsOver() {
        aStall();
        holdPasses();
        engineOf(lillestrom()).inCycle("over").startsCycle().completesCycle();
        tick();
        send();
    }

    private List<String> cycles() {
        return queried("select id from cycle");
    }

    private List<String> recipients() {
        return queried("select recipient from notice where state = 'SENT' and kind = 'STALL'");
    }
}
