package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.notice.MaskedMail;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice is one sender's at a time, and a sender that dies keeps it for less than a minute. */
@QuarkusTest
class LeasesTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private final MunicipalityFixture lillestrom = lillestrom();

    @Inject
    Leases leases;

    private StallOf stall;
    private Leases.Leased dead;

    @BeforeEach
    void aSenderDiesWithAMailInItsHands() {
        watched(lillestrom);
        engineOf(lillestrom).fails("import-flyvo", "no route");
        clock.advance(Duration.ofSeconds(60));
        stall = stallOf(lillestrom);
        dead = leases.next(1).get(0);
    }

    @Test
    void aLeaseIsAnAttemptAndKeepsTheMailThatIsSent() {
        assertThat(state()).isEqualTo("LEASED");
        assertThat(stall.now().text("notices[0].attempts")).isEqualTo("1");
        byte[] shown = as(Key.VIEWER)
                .get("/api/v1/stalls/" + stall.id() + "/notices/" + dead.id())
                .asByteArray();
        assertThat(shown).isEqualTo(MaskedMail.of(dead.message()));
    }

    @Test
    void whatIsLeasedIsNobodyElses_howeverLateItIsByTheClockOfASender() {
        clock.set(FAR_AHEAD);
        assertThat(leases.next(1)).isEmpty();
        send();
        assertThat(Mailbox.all()).isEmpty();
    }

    @Test
    void aLeaseOutlastsTheLongestAttemptAndEndsWithinAMinuteByTheDatabasesClock() {
        assertThat(queried("select leased_until > clock_timestamp() + interval '30 seconds'"
                        + " and leased_until < clock_timestamp() + interval '60 seconds' from notice"))
                .containsExactly("t");
    }

    @Test
    void whenItHasRunOutTheSameMailIsSent() {
        leaseRunsOut();
        send();
        assertThat(state()).isEqualTo("SENT");
        assertThat(mailsTo(ADMIN)).extracting(Mail::id).containsExactly(stall.text("notices[0].messageId"));
        assertThat(MailRelay.seen()).singleElement().satisfies(bytes -> assertThat(text(bytes))
                .isEqualTo(text(dead.message())));
    }

    @Test
    void aMarkerThatComesTooLateChangesNothing() {
        leaseRunsOut();
        Leases.Leased next = leases.next(1).get(0);
        assertThat(next.lease()).isNotEqualTo(dead.lease());
        assertThat(next.attempts()).isEqualTo(2);
        leases.sent(dead);
        assertThat(state()).isEqualTo("LEASED");
        leases.failed(dead, new DeliveryException("refused", true));
        assertThat(state()).isEqualTo("LEASED");
        leases.failed(dead, new DeliveryException("later", false));
        assertThat(state()).isEqualTo("LEASED");
        leases.sent(next);
        assertThat(state()).isEqualTo("SENT");
        leases.failed(dead, new DeliveryException("refused", true));
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void whatIsDeletedWhileItIsSentIsMarkedNoMore() {
        deleted(lillestrom);
        leases.sent(dead);
        assertThat(stall.now().notices()).containsExactly("STALL null CANCELLED");
        leaseRunsOut();
        assertThat(leases.next(1)).isEmpty();
    }

    @Test
    void theAllClearWaitsForTheMailInTheDeadSendersHands() {
        engineOf(lillestrom).completes("import-flyvo");
        assertThat(leases.next(1)).isEmpty();
        leaseRunsOut();
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    private void leaseRunsOut() {
        sql("update notice set leased_until = clock_timestamp() - interval '1 millisecond' where state = 'LEASED'");
    }

    private String state() {
        return stall.now().text("notices[0].state");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
