package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;

/** A municipality has one open stall: another step's takes its place and says so. */
@QuarkusTest
class ReplacedStallTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final String TOMORROW = "2026-11-24";
    private static final Duration DAY = Duration.ofDays(1);

    private final MunicipalityFixture lillestrom = lillestrom();

    @Test
    void anotherStepsStallTakesItsPlace() {
        StallOf former = importFlyVoStandsStill();
        importVismaFlytFailsTomorrow();
        StallOf stall = stallOf(lillestrom);
        assertThat(stall.step()).isEqualTo("import-visma-flyt");
        assertThat(stall.text("replaces")).isEqualTo(former.id());
        assertThat(former.now().state()).isEqualTo("RESOLVED");
        assertThat(former.now().acts()).containsExactly("REPLACED");
        assertThat(stallsOf(lillestrom)).extracting(StallOf::id).containsExactly(stall.id(), former.id());
    }

    @Test
    void itsMailsSayWhichStallTheyReplace() {
        importFlyVoStandsStill();
        importVismaFlytFailsTomorrow();
        String replaces = "Stansen ved Import FlyVo som vi skrev om tidligere, er avløst av denne.";
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "STALL");
        assertThat(mailsTo(ADMIN).get(1).text()).contains(replaces);
        assertThat(mailsTo(ADMIN).get(1).html()).contains(replaces);
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(replaces));
    }

    @Test
    void thoseWhoHadBothAlarmsGetOneAllClear() {
        importFlyVoStandsStill();
        Engine tomorrow = importVismaFlytFailsTomorrow();
        tomorrow.completes("import-visma-flyt");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "STALL", "RESOLVED");
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
        pass(DAY);
        holdPasses();
        assertThat(mailsTo(ADMIN))
                .as("import-flyvo again, and no second all-clear")
                .hasSize(4);
        assertThat(mailsTo(ADMIN).get(3).kind()).isEqualTo("STALL");
    }

    @Test
    void supportWhichHasNoPartInTheNewOneIsToldThatItsOwnIsReplaced() {
        watched(lillestrom);
        Engine engine = engineOf(lillestrom).fails("import-ad", "no answer");
        holdPasses();
        clock.advance(DAY);
        engine.inCycle(TOMORROW).fails("import-flyvo", "no route");
        holdPasses();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
        Mail replaced = mailsTo(SUPPORT).get(1);
        assertThat(replaced.subject()).isEqualTo("Lillestrøm: stansen ved Import AD er avløst");
        assertThat(replaced.text()).contains("venter ikke lenger på Import AD, men på Import FlyVo");
        assertThat(replaced.header("In-Reply-To"))
                .isEqualTo(mailsTo(SUPPORT).get(0).id());
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "STALL");
    }

    @Test
    void ofOneThatNobodyHasBeenToldOfOnlyTheNewOneIsMailed() {
        watched(lillestrom);
        Engine engine = engineOf(lillestrom).fails("import-flyvo", "no route");
        StallOf former = stallOf(lillestrom);
        engine.inCycle(TOMORROW).fails("import-visma-flyt", "login refused");
        assertThat(former.now().acts()).containsExactly("REPLACED");
        assertThat(former.now().notices()).containsExactly("STALL " + ADMIN + " CANCELLED");
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.subject())
                .contains("Import Visma Flyt"));
    }

    @Test
    void rewrittenInTheHoldItsMailStillSaysWhichStallItReplaces() {
        importFlyVoStandsStill();
        clock.advance(DAY);
        Engine tomorrow = engineOf(lillestrom).inCycle(TOMORROW).startsCycle();
        pass(Duration.ofHours(1));
        tomorrow.fails("import-visma-flyt", "login refused");
        holdPasses();
        String replaces = "Stansen ved Import FlyVo som vi skrev om tidligere, er avløst av denne.";
        assertThat(mailsTo(ADMIN)).hasSize(2);
        assertThat(mailsTo(ADMIN).get(1).text()).contains("login refused", replaces);
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("login refused", replaces));
    }

    @Test
    void handedOverOrReportedDoneInTheHoldItsMailStillSaysSo() {
        watched(lillestrom);
        Engine engine = engineOf(lillestrom).fails("import-ad", "no answer");
        holdPasses();
        clock.advance(DAY);
        engine.inCycle(TOMORROW).fails("import-flyvo", "no route");
        stallOf(lillestrom).acknowledge("done").statusCode(200);
        clock.advance(Duration.ofSeconds(30));
        stallOf(lillestrom).escalate("no, it is not").statusCode(200);
        holdPasses();
        assertThat(mailsTo(ADMIN)).hasSize(2);
        assertThat(mailsTo(ADMIN).get(1).text())
                .contains("Stansen ved Import AD som vi skrev om tidligere, er avløst av denne.")
                .contains("Brukerstøtte har tatt over saken.");
    }

    @Test
    void theNewOneHasAHoldOfItsOwn() {
        StallOf former = importFlyVoStandsStill();
        clock.advance(DAY);
        engineOf(lillestrom).inCycle(TOMORROW).fails("import-visma-flyt", "login refused");
        clock.advance(Duration.ofSeconds(60).minusNanos(1000));
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(former.now().notices()).containsExactly("STALL " + ADMIN + " SENT");
        clock.advance(Duration.ofNanos(1000));
        send();
        assertThat(mailsTo(ADMIN)).hasSize(2);
    }

    private StallOf importFlyVoStandsStill() {
        watched(lillestrom);
        engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        return stallOf(lillestrom);
    }

    private Engine importVismaFlytFailsTomorrow() {
        clock.advance(DAY);
        Engine tomorrow = engineOf(lillestrom).inCycle(TOMORROW).fails("import-visma-flyt", "login refused");
        holdPasses();
        return tomorrow;
    }
}
