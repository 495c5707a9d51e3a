package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stall that the admin could solve and nobody has solved goes to support after eight hours of business time. */
@QuarkusTest
class HandedOverByTheClockTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final Duration EXPECTED = Duration.ofHours(2);
    private static final Duration SMALLEST = Duration.ofNanos(1000);
    private static final Instant MONDAY_FOUR = Instant.parse("2026-11-23T04:00:00+01:00");
    private static final Instant MONDAY_SIXTEEN = Instant.parse("2026-11-23T16:00:00+01:00");

    private final MunicipalityFixture lillestrom = lillestrom();

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-11-23T04:00:00+01:00, 2026-11-23T16:00:00+01:00, before the day begins: at its end",
        "2026-11-23T10:30:00+01:00, 2026-11-24T10:30:00+01:00, in the middle of a day: the same time of the next",
        "2026-11-27T10:00:00+01:00, 2026-11-30T10:00:00+01:00, on a Friday: on Monday",
        "2026-11-28T12:00:00+01:00, 2026-11-30T16:00:00+01:00, on a Saturday: at the end of Monday",
        "2027-05-14T10:00:00+02:00, 2027-05-18T10:00:00+02:00, before the 17th of May: after it",
        "2026-12-24T10:00:00+01:00, 2026-12-28T10:00:00+01:00, on Christmas Eve: after the holidays",
    })
    void itIsThenAndNotAMicrosecondEarlier(Instant detected, Instant handedOver, String name) {
        StallOf stall = standsStill(detected);
        clock.set(handedOver.minus(SMALLEST));
        tick();
        assertThat(stall.now().state()).isEqualTo("OPEN");
        pass(SMALLEST);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(stall.now().text("acts[0].kind")).isEqualTo("ESCALATED");
        assertThat(stall.now().text("acts[0].by")).isEqualTo("synkvakt");
        assertThat(stall.now().text("acts[0].at")).isEqualTo(handedOver.toString());
    }

    @Test
    void supportReadsThatNobodyActed() {
        standsStill(MONDAY_FOUR);
        holdPasses();
        assertThat(mailsTo(ADMIN).get(0).text())
                .contains("Hvis ingen gjør noe, får brukerstøtte saken mandag 23. november kl. 16.00.");
        handOver();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(SUPPORT).get(0).text())
                .contains(
                        "Skoleeieren har fått beskjed om hva de kan gjøre selv, men ingen har meldt at det er gjort.");
    }

    @Test
    void theAdminReadsThatSupportHasItAndThatNothingMoreIsAsked() {
        standsStill(MONDAY_FOUR);
        holdPasses();
        handOver();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
        Mail told = mailsTo(ADMIN).get(1);
        assertThat(told.subject()).isEqualTo("Lillestrøm: Import FlyVo står stille – brukerstøtte har overtatt");
        assertThat(told.header("In-Reply-To")).isEqualTo(mailsTo(ADMIN).get(0).id());
        assertThat(told.text())
                .contains("Stansen er ikke løst ennå. Derfor har brukerstøtte nå fått saken")
                .contains("Du trenger ikke å gjøre noe mer.", "Når Import FlyVo er ferdig, får du en e-post")
                .doesNotContain("Dette kan du gjøre selv", "Logg på", "Hvis ingen gjør noe");
    }

    @Test
    void whereTheAdminRanTheTaskBothReadWhenAndThatNothingMoved() {
        StallOf stall = standsStill(MONDAY_FOUR);
        holdPasses();
        clock.set(Instant.parse("2026-11-23T08:03:00+01:00"));
        stall.acknowledge("ran it").statusCode(200);
        pass(EXPECTED);
        send();
        assertThat(mailsTo(SUPPORT).get(0).text())
                .contains("Skoleeieren meldte oppgaven utført mandag 23. november kl. 08.03, "
                        + "men ingenting har skjedd siden.");
        assertThat(mailsTo(ADMIN).get(1).text())
                .contains("Oppgaven ble meldt utført mandag 23. november kl. 08.03, men ingenting har skjedd siden. "
                        + "Derfor har brukerstøtte nå fått saken");
    }

    @Test
    void whatSupportTookOverIsNotTakenOverAgainByTheClock() {
        StallOf stall = standsStill(MONDAY_FOUR);
        holdPasses();
        stall.escalate("please help").statusCode(200);
        handOver();
        assertThat(stall.now().acts()).containsExactly("ESCALATED");
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(SUPPORT).get(0).text()).contains("En av dere har tatt over saken", "please help");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
    }

    @Test
    void whatIsSupportsFromTheStartIsNotHandedOver() {
        watched(lillestrom);
        engineOf(lillestrom).fails("import-ad", "no answer");
        holdPasses();
        handOver();
        assertThat(stallOf(lillestrom).acts()).isEmpty();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
    }

    @Test
    void whatIsOverIsNotHandedOver() {
        standsStill(MONDAY_FOUR);
        holdPasses();
        engineOf(lillestrom).completes("import-flyvo");
        handOver();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void whoIsNotMailedYetIsHandedOverWithoutAMail() {
        StallOf stall = standsStill(MONDAY_FOUR, lillestrom.with("notify", false));
        handOver();
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(stall.now().notices()).isEmpty();
    }

    @Test
    void thatItWasHandedOverIsToldEvenIfItChangesBeforeTheMailIsSent() {
        standsStill(MONDAY_FOUR);
        holdPasses();
        clock.set(MONDAY_SIXTEEN);
        tick();
        engineOf(lillestrom).fails("import-flyvo", "no route to host");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("no route to host"));
    }

    @Test
    void oneThatSupportHadBeforeItBecameTheAdminsIsSaidToBeStillWithSupport() {
        watched(lillestrom);
        Engine engine = engineOf(lillestrom).completes("import-flyvo");
        pass(Duration.ofMinutes(45));
        holdPasses();
        engine.holds("synchronization", Map.of("limit", 20));
        pass(Duration.ofDays(1));
        send();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "REMINDER");
        assertThat(mailsTo(SUPPORT).get(1).text())
                .contains("Skoleeieren kan nå gjøre noe selv og har fått beskjed om det, "
                        + "men saken er fortsatt hos dere.");
    }

    private StallOf standsStill(Instant detected) {
        return standsStill(detected, lillestrom);
    }

    private StallOf standsStill(Instant detected, MunicipalityFixture municipality) {
        watched(municipality);
        clock.set(detected.minus(EXPECTED));
        engineOf(municipality).startsCycle().completes("import-visma-flyt");
        pass(EXPECTED);
        return stallOf(municipality);
    }

    private void handOver() {
        clock.set(MONDAY_SIXTEEN);
        tick();
        send();
    }
}
