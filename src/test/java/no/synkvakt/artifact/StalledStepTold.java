package no.synkvakt.artifact;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.synkvakt.deadline.BusinessHours;
import no.synkvakt.testing.ArtifactTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.PageLink;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Synkvakt is for, done by what was built: jar or native executable. */
abstract class StalledStepTold extends ArtifactTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    @Test
    void aCycleStandsStillAtImportFlyVo_theAdminIsToldWhatToDo_andThatItIsOver() {
        MunicipalityFixture lillestrom = lillestrom().expecting("import-flyvo", AT_ONCE);
        watched(lillestrom);
        engineOf(lillestrom).startsCycle().completes("Import Visma Flyt");
        Mail alarm = mailTo(ADMIN, "STALL", lillestrom);
        assertThat(alarm.subject()).isEqualTo("Lillestrøm: Import FlyVo står stille – du kan få det i gang igjen");
        assertThat(alarm.text())
                .contains("ADM-SRV-07", "Kjør oppgaven «eFeide Export FlyVO» eller «eFeide synkronisering»")
                .contains("får brukerstøtte saken " + aYearOfWorkingDaysAfter(stallOf(lillestrom)));
        assertThat(alarm.html()).contains("ADM-SRV-07", "«eFeide Export FlyVO»");

        engineOf(lillestrom).completes("Import FlyVo");
        Mail allClear = mailTo(ADMIN, "RESOLVED", lillestrom);
        assertThat(allClear.header("In-Reply-To")).isEqualTo(alarm.id());
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @CsvSource({
        "nb, Logg på ADM-SRV-07., Kjør oppgaven «eFeide Export FlyVO» eller",
        "nn, Logg på ADM-SRV-07., Køyr oppgåva «eFeide Export FlyVO» eller",
        "en, Log on to ADM-SRV-07., 'Run the task \"eFeide Export FlyVO\" or'"
    })
    void eachOwnerIsToldInItsLanguage(String language, String first, String last) {
        String id = language + ".example";
        MunicipalityFixture owner = owner(id, "Owner " + language, "VISMA_FLYT")
                .withChain("import-flyvo", "synchronization")
                .withLanguage(language)
                .with("clientServer", "ADM-SRV-07")
                .expecting("import-flyvo", AT_ONCE);
        watched(owner);
        engineOf(owner).startsCycle();
        assertThat(mailTo("ikt@" + id, "STALL", owner).text()).contains(first, last);
    }

    @Test
    void anAdminWhoHasRunTheTaskSaysSoOnThePageOfTheMail_andTheOperatorSeesIt() {
        MunicipalityFixture owner = stalled("acknowledged.example");
        PageLink link = PageLink.in(mailTo("ikt@acknowledged.example", "STALL", owner));
        as().get(link.address()).then().statusCode(200);
        as().formParam("stall", stallOf(owner).id())
                .redirects()
                .follow(false)
                .post(link.button("acknowledge"))
                .then()
                .statusCode(303);
        assertThat(stallOf(owner).state()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void whatAnOperatorAcknowledgesAndEscalatesGoesToSupport() {
        MunicipalityFixture owner = stalled("escalated.example");
        mailTo("ikt@escalated.example", "STALL", owner);
        StallOf stall = stallOf(owner);
        stall.acknowledge("restarted the client").statusCode(200);
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        stall.escalate("it did not help").statusCode(200);
        assertThat(stall.now().state()).isEqualTo("ESCALATED");
        assertThat(mailTo(SUPPORT, "ESCALATION", owner).text()).contains("restarted the client", "it did not help");
    }

    private MunicipalityFixture stalled(String id) {
        MunicipalityFixture owner = owner(id, id, "WIS").expecting("import-sas", AT_ONCE);
        watched(owner);
        engineOf(owner).startsCycle();
        return owner;
    }

    private static String aYearOfWorkingDaysAfter(StallOf stall) {
        HolidayManager norway = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
        Instant escalation = new BusinessHours(LocalTime.of(8, 0), LocalTime.of(16, 0), OSLO, norway::isHoliday)
                .after(stall.time("detectedAt"), Duration.ofHours(2000));
        return DateTimeFormatter.ofPattern("EEEE d. MMMM 'kl.' HH.mm", Locale.forLanguageTag("nb"))
                .withZone(OSLO)
                .format(escalation);
    }
}
