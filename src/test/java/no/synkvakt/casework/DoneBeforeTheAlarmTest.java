package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.synkvakt.stall.Act;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.SettableClock;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody has run the task before the alarm has gone: it does not tell anybody to do what has been done. */
@QuarkusTest
class DoneBeforeTheAlarmTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final Instant DETECTED = SettableClock.NIGHT.plus(Duration.ofHours(2));

    private final MunicipalityFixture lillestrom = lillestrom();

    @Inject
    StallActs acts;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb | Lillestrøm: Import FlyVo står stille – oppgaven er meldt utført | Oppgaven er meldt utført mandag 23. november kl. 04.00. Du trenger ikke å gjøre noe nå. | Er steget ikke ferdig mandag 23. november kl. 06.00, får brukerstøtte saken, og du får beskjed.",
                "nn | Lillestrøm: Import FlyVo står stille – oppgåva er meld utført | Oppgåva er meld utført måndag 23. november kl. 04.00. Du treng ikkje gjere noko no. | Er steget ikkje ferdig måndag 23. november kl. 06.00, får brukarstøtta saka, og du får beskjed.",
                "en | Lillestrøm: Import FlyVo has stalled – the task has been reported as done | The task was reported as done on Monday 23 November at 04:00. You do not need to do anything now. | If the step is not done by Monday 23 November at 06:00, the case goes to support and you will be told."
            })
    void theFirstMailSaysSo_inTheAdminsLanguage(String language, String subject, String lead, String next) {
        standsStill(lillestrom.withLanguage(language)).acknowledge("done").statusCode(200);
        holdPasses();
        assertThat(Mailbox.all()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(ADMIN);
            assertThat(mail.kind()).isEqualTo("STALL");
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.text()).contains("\n" + lead + "\n", next).doesNotContain("1. ", "ADM-SRV-07");
            assertThat(mail.html()).contains(lead, next).doesNotContain("ADM-SRV-07");
        });
    }

    @Test
    void whatWasAboutToBeAskedIsCalledOff_andTheHoldIsAsItWas() {
        StallOf stall = standsStill(lillestrom);
        clock.advance(Duration.ofSeconds(30));
        stall.acknowledge("done").statusCode(200);
        assertThat(stall.now().notices())
                .containsExactlyInAnyOrder("STALL " + ADMIN + " CANCELLED", "STALL " + ADMIN + " PENDING");
        clock.set(DETECTED.plusSeconds(60).minusNanos(1000));
        send();
        assertThat(Mailbox.all()).isEmpty();
        clock.set(DETECTED.plusSeconds(60));
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
    }

    @Test
    void pressedAgainItIsToldOnce() {
        StallOf stall = standsStill(lillestrom);
        stall.acknowledge("done").statusCode(200);
        stall.acknowledge("and once more").statusCode(200);
        assertThat(stall.now().notices())
                .containsExactlyInAnyOrder("STALL " + ADMIN + " CANCELLED", "STALL " + ADMIN + " PENDING");
    }

    @Test
    void itHelpedAtOnce_nobodyHearsAnything() {
        standsStill(lillestrom).acknowledge("done").statusCode(200);
        engineOf(lillestrom).completes("import-flyvo");
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
    }

    @Test
    void itHelpedLater_theAllClearThanks() {
        standsStill(lillestrom).acknowledge("done").statusCode(200);
        holdPasses();
        engineOf(lillestrom).completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
        assertThat(mailsTo(ADMIN).get(1).text()).contains("Takk – det hjalp.");
        assertThat(mailsTo(SUPPORT)).isEmpty();
    }

    @Test
    void itDidNotHelp_supportGetsIt_andTheAdminIsToldSo() {
        standsStill(lillestrom).acknowledge("done").statusCode(200);
        holdPasses();
        pass(Duration.ofHours(2));
        send();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
        assertThat(mailsTo(ADMIN).get(1).text())
                .contains("Oppgaven ble meldt utført mandag 23. november kl. 04.00, men ingenting har skjedd siden.");
        engineOf(lillestrom).completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION", "RESOLVED");
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
    }

    @Test
    void aStepThatFailsMeanwhileIsToldAsDoneToo() {
        StallOf stall = standsStill(lillestrom);
        stall.acknowledge("done").statusCode(200);
        Engine engine = engineOf(lillestrom).fails("import-flyvo", "no route to host");
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Oppgaven er meldt utført", "no route to host")
                .doesNotContain("Logg på"));
        engine.completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void whoKnowsAlreadyIsNotMailedAgain() {
        StallOf stall = standsStill(lillestrom);
        holdPasses();
        stall.acknowledge("done").statusCode(200);
        send();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Logg på ADM-SRV-07."));
    }

    @Test
    void whatItTellsOfAQuietIsWhenItEnds() {
        StallOf stall = standsStill(lillestrom);
        acts.silence(
                UUID.fromString(stall.id()), Act.Side.ADMIN, "the admin", Instant.parse("2026-11-23T10:00:00+01:00"));
        stall.acknowledge("done").statusCode(200);
        holdPasses();
        assertThat(mailsTo(ADMIN).get(0).text()).contains("Er steget ikke ferdig mandag 23. november kl. 10.00,");
    }

    private StallOf standsStill(MunicipalityFixture municipality) {
        watched(municipality);
        engineOf(municipality).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        return stallOf(municipality);
    }
}
