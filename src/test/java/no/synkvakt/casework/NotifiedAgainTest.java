package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.SettableClock;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;

/** An operator lets a municipality be mailed again: a stall that is open and that nobody was told of is told. */
@QuarkusTest
class NotifiedAgainTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String OTHER = "drift@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final Instant DETECTED = SettableClock.NIGHT.plus(Duration.ofHours(2));
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    private final MunicipalityFixture lillestrom = lillestrom();
    private final MunicipalityFixture unmailed = lillestrom.with("notify", false);

    @Test
    void withinTheHoldTheAlarmComesAtItsEnd_once() {
        standsStill(lillestrom);
        changed(unmailed);
        clock.advance(Duration.ofSeconds(30));
        changed(lillestrom);
        clock.set(DETECTED.plusSeconds(60).minus(SMALLEST));
        send();
        assertThat(Mailbox.all()).isEmpty();
        clock.set(DETECTED.plusSeconds(60));
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        assertThat(mailsTo(ADMIN).get(0).text()).contains("Logg på ADM-SRV-07.");
    }

    @Test
    void afterTheHoldItComesAtOnce_andTheAllClearFollows() {
        standsStill(unmailed);
        clock.advance(Duration.ofHours(1));
        changed(lillestrom);
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        engineOf(lillestrom).completes("import-flyvo");
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void theFirstReminderIsCountedFromIt() {
        standsStill(unmailed);
        changed(unmailed.expecting("import-flyvo", Duration.ofHours(3)));
        clock.advance(Duration.ofHours(1));
        changed(lillestrom);
        assertThat(queried("select remind_at at time zone 'UTC' from stall")).containsExactly("2026-11-24 04:00:00");
    }

    @Test
    void whatIsWithSupportIsToldToSupportToo() {
        watched(unmailed);
        engineOf(unmailed).fails("import-ad", "no answer");
        changed(lillestrom);
        holdPasses();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.subject())
                .isEqualTo("Lillestrøm: Import AD står stille – brukerstøtte er varslet"));
    }

    @Test
    void whatWasHandedOverMeanwhileIsToldAsThat() {
        StallOf stall = standsStill(unmailed);
        stall.escalate("mine").statusCode(200);
        changed(lillestrom);
        holdPasses();
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION");
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Brukerstøtte har tatt over saken.")
                .doesNotContain("Logg på"));
    }

    @Test
    void whatSomebodyHasDoneMeanwhileIsToldAsDone() {
        standsStill(unmailed).acknowledge("done").statusCode(200);
        changed(lillestrom);
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.subject())
                .isEqualTo("Lillestrøm: Import FlyVo står stille – oppgaven er meldt utført"));
    }

    @Test
    void whoHasHadTheAlarmIsNotToldAgain_whoHasNotIs() {
        standsStill(lillestrom);
        holdPasses();
        changed(unmailed);
        changed(lillestrom.withContacts(ADMIN, OTHER));
        send();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
        assertThat(mailsTo(OTHER)).extracting(Mail::kind).containsExactly("STALL");
        assertThat(queried("select remind_at at time zone 'UTC' from stall"))
                .as("reminders go on as they did")
                .containsExactly("2026-11-24 03:01:00");
    }

    @Test
    void aPutThatChangesNothingAboutItNeitherDoublesNorRenews() {
        StallOf stall = standsStill(lillestrom);
        changed(lillestrom);
        assertThat(stall.now().notices()).containsExactly("STALL " + ADMIN + " PENDING");
        holdPasses();
        changed(lillestrom.with("clientServer", "NEW-SRV"));
        clock.advance(Duration.ofMinutes(5));
        send();
        assertThat(stall.now().notices()).containsExactly("STALL " + ADMIN + " SENT");
        changed(unmailed);
        changed(unmailed);
        assertThat(stall.now().notices()).containsExactly("STALL " + ADMIN + " SENT");
    }

    @Test
    void whatItsOwnChangeResolvesIsNotTold() {
        standsStill(unmailed);
        engineOf(lillestrom).completes("import-flyvo");
        changed(lillestrom);
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
    }

    private StallOf standsStill(MunicipalityFixture municipality) {
        watched(municipality);
        engineOf(municipality).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        return stallOf(municipality);
    }
}
