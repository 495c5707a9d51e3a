package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stall is handed to support, once. */
@QuarkusTest
class EscalatedStallTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

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
                .body("state", equalTo("ESCALATED"))
                .body("acts[0].kind", equalTo("ESCALATED"))
                .body("acts[0].by", equalTo("operator"))
                .body("acts[0].note", equalTo("it did not help"));
        send();
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Skoleeieren har fått beskjed om hva de kan gjøre selv, men ber om hjelp.")
                .contains("sendt til brukerstøtte (operator): it did not help"));
        assertThat(mailsTo(ADMIN)).isEmpty();
        holdPasses();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
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
