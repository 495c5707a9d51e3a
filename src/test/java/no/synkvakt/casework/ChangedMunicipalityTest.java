package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.SettableClock;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;

/** What a municipality's change, or its end, means for its open cycle and its stall. */
@QuarkusTest
class ChangedMunicipalityTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    private final MunicipalityFixture lillestrom = lillestrom();

    @Test
    void aShorterExpectationMovesTheDueTimeAtOnce() {
        waitsForImportFlyVo(lillestrom);
        clock.advance(Duration.ofMinutes(30));
        changed(lillestrom.expecting("import-flyvo", Duration.ofMinutes(30)));
        Instant due = SettableClock.NIGHT.plus(Duration.ofMinutes(30));
        assertThat((String) statusOf(lillestrom).step("import-flyvo", "dueAt")).isEqualTo(due.toString());
        assertThat((String) statusOf(lillestrom).step("import-flyvo", "expected.basis"))
                .isEqualTo("OVERRIDDEN");
        tick();
        assertThat(stallOf(lillestrom).time("dueAt")).isEqualTo(due);
    }

    @Test
    void aLongerExpectationMovesTheDueTimeAtOnce() {
        waitsForImportFlyVo(lillestrom);
        changed(lillestrom.expecting("import-flyvo", Duration.ofHours(3)));
        pass(Duration.ofHours(3).minus(SMALLEST));
        assertThat(stallsOf(lillestrom)).isEmpty();
        pass(SMALLEST);
        assertThat(stallsOf(lillestrom)).hasSize(1);
    }

    @Test
    void aLongerExpectationOfAStepThatStallsIsNoSecondStallAndNoSecondMail() {
        waitsForImportFlyVo(lillestrom);
        pass(Duration.ofHours(2));
        holdPasses();
        StallOf stall = stallOf(lillestrom);
        changed(lillestrom.expecting("import-flyvo", Duration.ofHours(3)));
        pass(Duration.ofHours(3));
        send();
        assertThat(stallsOf(lillestrom)).extracting(StallOf::id).containsExactly(stall.id());
        assertThat(stall.now().state()).isEqualTo("OPEN");
        assertThat(mailsTo(ADMIN)).hasSize(1);
    }

    @Test
    void anOwnerWhoIsNotToBeNotifiedIsWatchedAndShownAndNobodyIsMailed() {
        waitsForImportFlyVo(lillestrom.with("notify", false));
        pass(Duration.ofHours(2));
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.notices()).isEmpty();
        stall.escalate("look at this").statusCode(200);
        holdPasses();
        engineOf(lillestrom).completes("import-flyvo");
        send();
        assertThat(stall.now().state()).isEqualTo("RESOLVED");
        assertThat(Mailbox.all()).isEmpty();
    }

    @Test
    void silencedDuringTheHoldNobodyIsMailed() {
        waitsForImportFlyVo(lillestrom);
        pass(Duration.ofHours(2));
        changed(lillestrom.with("notify", false));
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + ADMIN + " CANCELLED");
    }

    @Test
    void silencedAfterTheAlarmTheAllClearStillFollows() {
        Engine engine = waitsForImportFlyVo(lillestrom);
        pass(Duration.ofHours(2));
        holdPasses();
        changed(lillestrom.with("notify", false));
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void deletedDuringTheHoldNobodyIsMailedAndNoAddressIsLeft() {
        waitsForImportFlyVo(lillestrom);
        pass(Duration.ofHours(2));
        StallOf stall = stallOf(lillestrom);
        deleted(lillestrom);
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
        assertThat(stall.now().state()).isEqualTo("RESOLVED");
        assertThat(stall.now().notices()).containsExactly("STALL null CANCELLED");
        stall.acknowledge("too late").statusCode(409);
        tick();
    }

    @Test
    void deletedAfterTheAlarmThereIsNoFurtherMail() {
        waitsForImportFlyVo(lillestrom);
        pass(Duration.ofHours(2));
        holdPasses();
        StallOf stall = stallOf(lillestrom);
        deleted(lillestrom);
        pass(Duration.ofDays(1));
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        assertThat(stall.now().notices()).containsExactly("STALL null SENT");
    }

    private Engine waitsForImportFlyVo(MunicipalityFixture municipality) {
        watched(municipality);
        return engineOf(municipality).startsCycle().completes("import-visma-flyt");
    }
}
