package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An all-clear follows every alarm that was attempted, never one that was not, and never comes before it. */
@QuarkusTest
class AllClearTest extends FlowTest {

    private static final String FIRST = "first@lillestrom.example";
    private static final String SECOND = "second@lillestrom.example";
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    private final MunicipalityFixture lillestrom = lillestrom().withContacts(FIRST, SECOND);
    private Engine engine;
    private StallOf stall;

    @BeforeEach
    void importFlyVoStandsStill() {
        watched(lillestrom);
        engine = engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        stall = stallOf(lillestrom);
    }

    @Test
    void theFirstMailWaitsForTheHoldAndNotAMicrosecondLonger() {
        clock.advance(Duration.ofSeconds(60).minus(SMALLEST));
        send();
        assertThat(Mailbox.all()).isEmpty();
        clock.advance(SMALLEST);
        send();
        assertThat(Mailbox.all()).extracting(Mail::to).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void whatEndsDuringTheHoldMailsNobody() {
        engine.completes("import-flyvo");
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
        assertThat(stall.now().notices())
                .containsExactlyInAnyOrder("STALL " + FIRST + " CANCELLED", "STALL " + SECOND + " CANCELLED");
    }

    @Test
    void whatWasAcknowledgedDuringTheHoldAndEndsThenMailsNobodyEither() {
        stall.acknowledge("I saw it myself").statusCode(200);
        engine.completes("import-flyvo");
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
    }

    @Test
    void eachWhoHadTheAlarmGetsOneAllClearThatAnswersIt() {
        holdPasses();
        engine.completes("import-flyvo");
        send();
        for (String address : new String[] {FIRST, SECOND}) {
            assertThat(mailsTo(address)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
            assertThat(mailsTo(address).get(1).header("In-Reply-To"))
                    .isEqualTo(mailsTo(address).get(0).id());
        }
        pass(Duration.ofDays(2));
        send();
        assertThat(Mailbox.all()).hasSize(4);
    }

    @Test
    void whoWasNotTriedYetIsNotToldThatItIsOver() {
        sql("update notice set send_at = send_at + interval '1 hour' where recipient = '" + SECOND + "'");
        holdPasses();
        engine.completes("import-flyvo");
        clock.advance(Duration.ofHours(2));
        send();
        assertThat(mailsTo(FIRST)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
        assertThat(mailsTo(SECOND)).isEmpty();
        assertThat(stall.now().notices()).contains("STALL " + SECOND + " CANCELLED");
    }

    @Test
    void anAlarmThatWasTriedIsNeverCancelled_andItsAllClearWaitsUntilItIsSent() {
        MailRelay.saysOf(FIRST, "450 4.2.1 greylisted");
        holdPasses();
        engine.completes("import-flyvo");
        send();
        assertThat(stall.now().notices())
                .containsExactlyInAnyOrder(
                        "STALL " + FIRST + " PENDING",
                        "RESOLVED " + FIRST + " PENDING",
                        "STALL " + SECOND + " SENT",
                        "RESOLVED " + SECOND + " SENT");
        clock.advance(Duration.ofSeconds(30));
        send();
        assertThat(mailsTo(FIRST)).as("still refused").isEmpty();
        MailRelay.recovers();
        clock.advance(Duration.ofSeconds(30));
        send();
        send();
        assertThat(mailsTo(FIRST)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void anAlarmThatTheServerRefusedForGoodHasNoAllClear() {
        MailRelay.saysOf(FIRST, "550 5.1.1 no such mailbox");
        holdPasses();
        MailRelay.recovers();
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(FIRST)).isEmpty();
        assertThat(mailsTo(SECOND)).hasSize(2);
    }

    @Test
    void anAlarmThatTheServerRefusesForGoodAfterItIsOverCallsItsAllClearOff() {
        MailRelay.saysOf(FIRST, "450 4.2.1 greylisted");
        holdPasses();
        engine.completes("import-flyvo");
        MailRelay.saysOf(FIRST, "550 5.1.1 no such mailbox");
        clock.advance(Duration.ofSeconds(30));
        send();
        MailRelay.recovers();
        clock.advance(Duration.ofDays(1));
        send();
        assertThat(mailsTo(FIRST)).isEmpty();
        assertThat(stall.now().notices()).contains("STALL " + FIRST + " FAILED", "RESOLVED " + FIRST + " CANCELLED");
    }

    @Test
    void anAllClearThatIsNotTakenIsTriedAgain() {
        holdPasses();
        engine.completes("import-flyvo");
        MailRelay.saysOf(FIRST, "450 4.2.1 greylisted");
        send();
        MailRelay.recovers();
        clock.advance(Duration.ofSeconds(30));
        send();
        assertThat(mailsTo(FIRST)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }
}
