package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.SettableClock;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stall is handed to support, once. */
@QuarkusTest
class EscalatedStallTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    private static final Instant DETECTED = SettableClock.NIGHT.plus(Duration.ofHours(2));

    private final MunicipalityFixture lillestrom = lillestrom();
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
    void supportIsMailedAtOnceAndTheAdminAfterTheHold() {
        stall.escalate("it did not help")
                .statusCode(200)
                .body("acts[0].side", equalTo("SUPPORT"))
                .body("state", equalTo("ESCALATED"))
                .body("acts[0].kind", equalTo("ESCALATED"))
                .body("acts[0].by", equalTo("operator"))
                .body("acts[0].note", equalTo("it did not help"));
        send();
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("En av dere har tatt over saken, som skoleeieren ellers kunne ha løst selv.")
                .contains("sendt til brukerstøtte (operator): it did not help"));
        assertThat(mailsTo(ADMIN)).isEmpty();
        clock.set(DETECTED.plusSeconds(60).minusNanos(1000));
        send();
        assertThat(mailsTo(ADMIN)).isEmpty();
        clock.set(DETECTED.plusSeconds(60));
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
    }

    @Test
    void whatTheAdminWasAboutToBeAskedIsNotAskedAnyMore() {
        assertThat(stall.notices()).containsExactly("STALL " + ADMIN + " PENDING");
        stall.escalate("on it").statusCode(200);
        assertThat(stall.now().notices())
                .containsExactlyInAnyOrder(
                        "STALL " + ADMIN + " CANCELLED",
                        "STALL " + ADMIN + " PENDING",
                        "ESCALATION " + SUPPORT + " PENDING");
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Lillestrøm: Import FlyVo står stille – brukerstøtte har overtatt");
            assertThat(mail.header("In-Reply-To")).isNull();
            assertThat(mail.text())
                    .contains("\nBrukerstøtte har tatt over saken. Du trenger ikke å gjøre noe.\n")
                    .contains("Når Import FlyVo er ferdig, får du en e-post om at stansen er over.")
                    .doesNotContain("Dette kan du gjøre selv", "Logg på", "Hvis ingen gjør noe", "be om hjelp");
        });
    }

    @Test
    void whoKnowsAlreadyIsNotMailedAgain_andTheAllClearAnswersTheirFirstMail() {
        holdPasses();
        stall.escalate("on it").statusCode(200);
        pass(Duration.ofHours(1));
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).hasSize(2);
        assertThat(mailsTo(ADMIN).get(1).header("In-Reply-To"))
                .isEqualTo(mailsTo(ADMIN).get(0).id());
    }

    @Test
    void overBeforeTheHoldIsTheAdminHearsNothingAtAll() {
        stall.escalate("on it").statusCode(200);
        send();
        engine.completes("import-flyvo");
        holdPasses();
        assertThat(mailsTo(ADMIN)).isEmpty();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
    }

    @Test
    void aSecondPressIsNothingNew() {
        stall.escalate("once").statusCode(200);
        StallOf once = stall.now();
        stall.escalate("twice").statusCode(200).body("state", equalTo("ESCALATED"));
        assertThat(stall.now().acts()).isEqualTo(once.acts());
        assertThat(stall.now().notices()).isEqualTo(once.notices());
        holdPasses();
        assertThat(mailsTo(SUPPORT)).hasSize(1);
    }

    @Test
    void oneThatWasAcknowledgedIsHandedOverBeforeItsTime_andNotAgainAtIt() {
        holdPasses();
        stall.acknowledge("I have run the task").statusCode(200);
        stall.escalate("it did not help").statusCode(200).body("state", equalTo("ESCALATED"));
        pass(Duration.ofHours(2));
        send();
        assertThat(stall.now().acts()).containsExactly("ACKNOWLEDGED", "ESCALATED");
        assertThat(mailsTo(SUPPORT)).hasSize(1);
    }

    @Test
    void itStaysWithSupportWhateverIsReported() {
        stall.escalate("it did not help").statusCode(200);
        engine.fails("import-flyvo", "no route to host");
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        engine.starts("import-flyvo");
        pass(Duration.ofDays(1).minusNanos(1000));
        send();
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(mailsTo(SUPPORT)).hasSize(1);
    }

    @Test
    void supportThatWasNotReachedYetIsToldTheLatest() {
        stall.escalate("it did not help").statusCode(200);
        engine.fails("import-flyvo", "no route to host");
        holdPasses();
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("no route to host", "it did not help"));
    }

    @Test
    void bothGetTheAllClear() {
        stall.escalate("it did not help").statusCode(200);
        holdPasses();
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void onceResolvedThereIsNothingLeftToHandOver() {
        engine.completes("import-flyvo");
        stall.escalate("too late")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("state"))
                .body("errors[0].value", equalTo("RESOLVED"));
        holdPasses();
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }
}
