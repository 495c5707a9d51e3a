package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the mail server does, a mail is not lost, and what it will never take is not tried for ever. */
@QuarkusTest
class SenderTest extends FlowTest {

    private static final String FIRST = "first@lillestrom.example";
    private static final String SECOND = "second@lillestrom.example";
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    private final MunicipalityFixture lillestrom = lillestrom().withContacts(FIRST);

    @BeforeEach
    void importFlyVoFails() {
        watched(lillestrom);
        engineOf(lillestrom).fails("import-flyvo", "no route");
        clock.advance(Duration.ofSeconds(60));
    }

    @Test
    void aServerThatIsDownGetsTheMailOnceItIsUp() {
        MailRelay.goesDown();
        send();
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + FIRST + " PENDING");
        assertThat(stallOf(lillestrom).text("notices[0].lastError")).isNotEqualTo("null");
        MailRelay.recovers();
        clock.advance(Duration.ofSeconds(30));
        send();
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.notices()).containsExactly("STALL " + FIRST + " SENT");
        assertThat(stall.text("notices[0].sentAt")).isEqualTo(clock.instant().toString());
        assertThat(stall.text("notices[0].attempts")).isEqualTo("2");
        assertThat(stall.text("notices[0].lastError")).isEqualTo("null");
        assertThat(mailsTo(FIRST)).extracting(Mail::id).containsExactly(stall.text("notices[0].messageId"));
    }

    @Test
    void aRetryIsTheSameMailToTheByte_whateverHasChangedMeanwhile() {
        MailRelay.saysToNextMails("451 4.3.0 try again later", "421 4.3.2 shutting down");
        send();
        clock.advance(Duration.ofSeconds(30));
        changed(lillestrom.with("name", "Another").withLanguage("en"));
        send();
        clock.advance(Duration.ofSeconds(30));
        send();
        assertThat(MailRelay.seen()).hasSize(3);
        assertThat(MailRelay.seen().get(1)).isEqualTo(MailRelay.seen().get(0));
        assertThat(MailRelay.seen().get(2)).isEqualTo(MailRelay.seen().get(0));
        assertThat(mailsTo(FIRST)).hasSize(1);
    }

    @Test
    void aServerThatHangsUpAfterTheMailGetsItAgainWithTheSameMessageId() {
        MailRelay.hangsUpAfterNextMail();
        send();
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + FIRST + " PENDING");
        clock.advance(Duration.ofSeconds(30));
        send();
        assertThat(MailRelay.seen()).hasSize(2);
        assertThat(MailRelay.seen().get(1)).isEqualTo(MailRelay.seen().get(0));
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + FIRST + " SENT");
    }

    @Test
    void whatTheServerWillNeverTakeIsGivenUpWithItsReason() {
        MailRelay.saysOf(FIRST, "550 5.1.1 no such mailbox");
        send();
        assertGivenUp("550 5.1.1 no such mailbox");
    }

    @Test
    void soIsAMailThatItRefusesAfterItsLastLine() {
        MailRelay.saysToNextMails("554 5.6.0 not wanted here");
        send();
        assertGivenUp("554 5.6.0 not wanted here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.1 greylisted, come back",
                "452 4.2.2 mailbox full",
                "530 5.7.0 authentication required",
                "535 5.7.8 credentials invalid"
            })
    void whatPassesOrIsNoVerdictOnTheRecipientIsTriedAgain(String reply) {
        MailRelay.saysOf(FIRST, reply);
        send();
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + FIRST + " PENDING");
        assertThat(stallOf(lillestrom).text("notices[0].lastError")).contains(reply);
        MailRelay.recovers();
        clock.advance(Duration.ofSeconds(30));
        send();
        assertThat(stallOf(lillestrom).notices()).containsExactly("STALL " + FIRST + " SENT");
    }

    @Test
    void oneRecipientWhomTheServerRefusesStopsNobodyElse() {
        changed(lillestrom.withContacts(FIRST, SECOND));
        engineOf(lillestrom).inCycle("next").fails("import-visma-flyt", "login refused");
        MailRelay.saysOf(FIRST, "550 5.1.1 no such mailbox");
        holdPasses();
        assertThat(mailsTo(SECOND)).hasSize(1);
        assertThat(mailsTo("support@vendor.example")).hasSize(1);
        assertThat(stallOf(lillestrom).notices())
                .containsExactlyInAnyOrder(
                        "STALL " + FIRST + " FAILED",
                        "STALL " + SECOND + " SENT",
                        "ESCALATION support@vendor.example SENT");
    }

    @Test
    void theWaitBeforeARetryIsFiveToTenSecondsAtFirstAndDoublesEachTime() {
        MailRelay.saysToNextMails("451 4.3.0 later", "451 4.3.0 later", "451 4.3.0 later");
        send();
        for (Duration shortest : List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20))) {
            int attempts = MailRelay.seen().size();
            clock.advance(shortest.minus(SMALLEST));
            send();
            assertThat(MailRelay.seen()).as("before %s", shortest).hasSize(attempts);
            clock.advance(shortest.plus(SMALLEST));
            send();
            assertThat(MailRelay.seen()).as("at twice %s", shortest).hasSize(attempts + 1);
        }
        assertThat(mailsTo(FIRST)).hasSize(1);
    }

    private void assertGivenUp(String reason) {
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.notices()).containsExactly("STALL " + FIRST + " FAILED");
        assertThat(stall.text("notices[0].lastError")).contains(reason);
        MailRelay.recovers();
        clock.advance(Duration.ofDays(1));
        send();
        assertThat(stall.now().text("notices[0].attempts")).isEqualTo("1");
        assertThat(mailsTo(FIRST)).isEmpty();
    }
}
