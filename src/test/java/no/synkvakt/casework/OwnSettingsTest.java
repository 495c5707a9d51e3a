package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator's own patience, hours, language and address are those that mails go by. */
@QuarkusTest
@TestProfile(OwnSettingsTest.Settings.class)
class OwnSettingsTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final String DESK = "desk@vendor.example";
    private static final Instant DETECTED = SettableClock.NIGHT.plus(Duration.ofHours(2));
    private static final Duration HOLD = Duration.ofSeconds(90);
    private static final Duration REMIND_EVERY = Duration.ofHours(5);

    /** Two hours on Monday and one on Tuesday: ten in Oslo is eleven in Helsinki. */
    private static final Instant HANDED_OVER = Instant.parse("2026-11-24T10:00:00+01:00");

    private static final Duration SMALLEST = Duration.ofNanos(1000);

    /** Each other than its default. */
    public static class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "synkvakt.notice.hold", "90s",
                    "synkvakt.remind-every", "5h",
                    "synkvakt.escalate-after", "3h",
                    "synkvakt.business.hours", "10:00-12:00",
                    "synkvakt.business.zone", "Europe/Helsinki",
                    "synkvakt.support.language", "nn",
                    "synkvakt.mail.reply-to", DESK);
        }
    }

    @BeforeEach
    void importFlyVoStandsStill() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
    }

    @Test
    void theAlarmIsHeldForItsTime_andSaysWhenSupportGetsTheCase() {
        at(DETECTED.plus(HOLD).minus(SMALLEST));
        assertThat(mailsTo(ADMIN)).isEmpty();
        at(DETECTED.plus(HOLD));
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Hvis ingen gjør noe, får brukerstøtte saken tirsdag 24. november kl. 10.00."));
    }

    @Test
    void answersGoToTheDesk_whichTheFootNames() {
        stallOf(lillestrom()).escalate("mine").statusCode(200);
        at(DETECTED.plus(HOLD));
        for (String address : new String[] {ADMIN, SUPPORT}) {
            assertThat(mailsTo(address)).singleElement().satisfies(mail -> {
                assertThat(mail.header("Reply-To")).isEqualTo(DESK);
                assertThat(mail.text()).contains(DESK).doesNotContain(SUPPORT);
            });
        }
    }

    @Test
    void remindersComeAsOftenAsTheyShall() {
        Instant alarm = DETECTED.plus(HOLD);
        at(alarm);
        at(alarm.plus(REMIND_EVERY).minus(SMALLEST));
        assertThat(mailsTo(ADMIN)).hasSize(1);
        at(alarm.plus(REMIND_EVERY));
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER");
        at(alarm.plus(REMIND_EVERY).plus(REMIND_EVERY));
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "REMINDER", "REMINDER");
    }

    @Test
    void supportGetsTheCaseAfterItsOwnHours_inItsOwnLanguage() {
        at(DETECTED.plus(HOLD));
        at(HANDED_OVER.minus(SMALLEST));
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(stallOf(lillestrom()).state()).isEqualTo("OPEN");
        at(HANDED_OVER);
        assertThat(stallOf(lillestrom()).state()).isEqualTo("ESCALATED");
        assertThat(mailsTo(SUPPORT)).singleElement().satisfies(mail -> {
            assertThat(mail.subject())
                    .isEqualTo("Lillestrøm: Import FlyVo står stille (ikkje starta) – no hos brukarstøtta");
            assertThat(mail.html()).contains("<html lang=\"nn\">");
        });
    }

    @Test
    void theBoardSpeaksSupportsLanguage() {
        assertThat(operator().get("/").asString()).contains("<html lang=\"nn\"");
    }

    private void at(Instant time) {
        clock.set(time);
        tick();
        send();
    }
}
