package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever must act is reminded every day, and nobody else is. */
@QuarkusTest
class RemindersTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final Duration EXPECTED = Duration.ofDays(4);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    /** Late on a Friday: the clock hands it over late on Monday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T15:00:00+01:00");

    private final MunicipalityFixture lillestrom = lillestrom().expecting("import-flyvo", EXPECTED);
    private StallOf stall;

    @BeforeEach
    void importFlyVoStandsStill() {
        watched(lillestrom);
        clock.set(FRIDAY.minus(EXPECTED));
        engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(EXPECTED);
        holdPasses();
        stall = stallOf(lillestrom);
    }

    @Test
    void whileItIsOpenTheAdminIsReminded_aDayAfterTheMailAndNotAMicrosecondEarlier() {
        passAndSend(DAY.minus(SMALLEST));
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        passAndSend(SMALLEST);
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER");
        passAndSend(DAY);
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER", "REMINDER");
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }

    @Test
    void theReminderIsTheWholeMailOnceMore() {
        passAndSend(DAY);
        Mail reminder = mailsTo(ADMIN).get(1);
        assertThat(reminder.subject())
                .isEqualTo("Påminnelse: Lillestrøm: Import FlyVo står stille – du kan få det i gang igjen");
        assertThat(reminder.header("In-Reply-To"))
                .isEqualTo(mailsTo(ADMIN).get(0).id());
        assertThat(reminder.text())
                .contains("Dette kan du gjøre selv:", "1. Logg på ADM-SRV-07.")
                .contains("Hvis ingen gjør noe, får brukerstøtte saken mandag 30. november kl. 15.00.");
    }

    @Test
    void theNextOneIsADayAfterTheLast_howeverLateThatWas() {
        passAndSend(DAY.plusHours(5));
        passAndSend(DAY.minus(SMALLEST));
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER");
        passAndSend(SMALLEST);
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER", "REMINDER");
    }

    @Test
    void whileItIsWithSupportOnlySupportIsReminded_aDayAfterItWasHandedOver() {
        stall.escalate("please help").statusCode(200);
        send();
        passAndSend(DAY.minus(SMALLEST));
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        passAndSend(SMALLEST);
        passAndSend(DAY);
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "REMINDER", "REMINDER");
        assertThat(mailsTo(SUPPORT).get(1).subject())
                .isEqualTo("Påminnelse: Lillestrøm: Import FlyVo står stille (ikke startet) – nå hos brukerstøtte");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
    }

    @Test
    void whileItIsSeenWhetherItHelpedNobodyIs() {
        stall.acknowledge("ran it").statusCode(200);
        passAndSend(DAY);
        passAndSend(DAY);
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }

    @Test
    void ofWhatIsOverNobodyIs() {
        engineOf(lillestrom).completesCycle();
        passAndSend(DAY);
        passAndSend(DAY);
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void whatWasJustToldAnewIsNotRemindedOfAtOnce() {
        clock.advance(DAY.minusHours(1));
        engineOf(lillestrom).holds("import-flyvo");
        holdPasses();
        passAndSend(Duration.ofHours(1));
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        passAndSend(DAY.minusHours(1));
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "REMINDER");
    }

    @Test
    void theAllClearFollowsAReminderThatWasTried() {
        passAndSend(DAY);
        engineOf(lillestrom).completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER", "RESOLVED");
    }

    private void passAndSend(Duration duration) {
        pass(duration);
        send();
    }
}
