package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin reads: what has happened, whose move it is, what to do, where. */
@QuarkusTest
class AlarmWordsTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String ARTICLE = "https://mega.efeide.no/docs/#/md/howto?id=hvordan-kjorer-jeg-skoleopprykk";

    private final MunicipalityFixture lillestrom = lillestrom();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb | Lillestrøm: Import FlyVo står stille – du kan få det i gang igjen | Kjør oppgaven «eFeide Export FlyVO» eller «eFeide synkronisering». | Logg på ADM-SRV-07. | Du får denne e-posten fordi adressen din står som kontakt for Lillestrøm i Synkvakt. Er det feil? Skriv til support@vendor.example.",
                "nn | Lillestrøm: Import FlyVo står stille – du kan få det i gang igjen | Køyr oppgåva «eFeide Export FlyVO» eller «eFeide synkronisering». | Logg på ADM-SRV-07. | Du får denne e-posten fordi adressa di står som kontakt for Lillestrøm i Synkvakt. Er det feil? Skriv til support@vendor.example.",
                "en | Lillestrøm: Import FlyVo has stalled – you can get it going again | Run the task \"eFeide Export FlyVO\" or \"eFeide synkronisering\". | Log on to ADM-SRV-07. | You are getting this mail because your address is a contact for Lillestrøm in Synkvakt. Is that wrong? Write to support@vendor.example."
            })
    void inEachLanguageItNamesOwnerStepServerAndTasks_andSaysWhyItCame(
            String language, String subject, String tasks, String server, String foot) {
        Mail mail = mailAfter(lillestrom.withLanguage(language), engine -> engine.fails("import-flyvo", "no route"));
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains("1. " + server, "3. " + tasks).endsWith(foot + "\n");
        assertThat(mail.html()).contains("<html lang=\"" + language + "\">", server, foot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import-flyvo | Logg på den lokale serveren der eFeide-klienten er installert.",
                "export-ad | Logg på domenekontrolleren for domenet det gjelder."
            })
    void aServerThatIsNotKnownIsDescribed(String step, String words) {
        Mail mail = mailAfter(
                lillestrom.without("clientServer").without("domainController"), engine -> engine.fails(step, "x"));
        assertThat(mail.text()).contains(words);
        assertThat(mail.html()).contains(words);
    }

    @Test
    void aTaskNameThatIsOnlyTypicalIsSaidToBeSo_onTheDomainController() {
        Mail mail = mailAfter(lillestrom, engine -> engine.fails("export-ad", "x"));
        assertThat(mail.text())
                .contains("Logg på DC01.", "Kjør oppgaven med et navn som ligner på «eFeide Import AD».");
    }

    @Test
    void theOwnersOwnTaskNamesWinAndAreExact() {
        Mail mail = mailAfter(
                lillestrom.with("tasks", Map.of("export-ad", List.of("eFeide Import AD skole"))),
                engine -> engine.fails("export-ad", "x"));
        assertThat(mail.text())
                .contains("Kjør oppgaven «eFeide Import AD skole».")
                .doesNotContain("ligner på");
    }

    @Test
    void oneThatIsLateSaysSinceWhenItWaitsAndHowLongItMayTake() {
        watched(lillestrom);
        engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        assertThat(mailsTo(ADMIN).get(0).text())
                .startsWith("Synkroniseringen for Lillestrøm har stått stille siden mandag 23. november kl. 02.00: "
                        + "Import FlyVo har ikke startet.\n")
                .contains("Steget får bruke opptil 2 t, og skulle ha vært ferdig mandag 23. november kl. 04.00.");
    }

    @Test
    void theChainIsDrawnAsItStands() {
        Mail mail = mailAfter(lillestrom, engine -> engine.fails("import-flyvo", "no route"));
        assertThat(mail.text()).contains("""
                           ✓ Import Visma Flyt (ferdig)
                         > ✗ Import FlyVo (stoppet med feil)
                           ○ Syncronization (gjenstår)
                        """);
    }

    @Test
    void aHeldComparisonAsksWhetherTheSchoolYearWasRolledOver_withTheFiltersCounts() {
        Mail mail = mailAfter(
                lillestrom,
                engine -> engine.holds(
                        "synchronization",
                        Map.of(
                                "changes",
                                Map.of("added", 12, "changed", 3456, "deleted", 7, "previousTotal", 8900),
                                "limit",
                                12.5)));
        assertThat(mail.text())
                .contains("Er skoleopprykk nettopp gjennomført", "Hvis ikke: be om hjelp (lenken nederst)")
                .contains("Artikkel om skoleopprykk: " + ARTICLE)
                .containsPattern(
                        "Endringer i importen: 3\\h456 av 8\\h900 brukere ville blitt endret, 12 lagt til, 7 slettet\\.")
                .contains("Grensen i importfilteret er 12,5\u00a0%.");
        assertThat(mail.html()).contains("href=\"" + ARTICLE + "\">Artikkel om skoleopprykk</a>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"added": 12}                        | Endringer i importen: 12 lagt til.
            {"changed": 3}                       | Endringer i importen: 3 brukere ville blitt endret.
            {"deleted": 0, "previousTotal": 900} | Endringer i importen: 900 brukere fra før, 0 slettet.
            """)
    void countsThatTheEngineLeftOutAreLeftOut(String counts, String said) {
        Mail mail = mailAfter(
                lillestrom,
                engine -> engine.holds(
                        "synchronization",
                        Map.of("changes", JsonPath.from(counts).getMap("$"))));
        assertThat(mail.text()).contains("\n" + said + "\n").doesNotContain("Grensen");
    }

    @Test
    void countsThatAreAllLeftOutAreNotSpokenOf() {
        Mail mail = mailAfter(lillestrom, engine -> engine.holds("synchronization", Map.of("changes", Map.of())));
        assertThat(mail.text()).doesNotContain("Endringer", "null");
    }

    @Test
    void aLateComparisonAsksNothing_butWhoeverHasJustRolledOverShouldReadTheArticle() {
        Mail mail = mailAfter(lillestrom, engine -> engine.fails("synchronization", "out of memory"));
        assertThat(mail.text())
                .contains("Brukerstøtte er varslet med alle opplysninger. Du trenger ikke å gjøre noe.")
                .contains("Har dere nettopp gjennomført skoleopprykk, så les artikkelen om det (lenken under).")
                .contains(ARTICLE);
    }

    @Test
    void whatIsWithSupportAsksNothing() {
        Mail mail = mailAfter(lillestrom, engine -> engine.fails("import-ad", "no answer"));
        assertThat(mail.subject()).isEqualTo("Lillestrøm: Import AD står stille – brukerstøtte er varslet");
        assertThat(mail.text())
                .contains("Du trenger ikke å gjøre noe.")
                .doesNotContain("1. ", "Logg på", "Kjør oppgaven", "Hjelper det ikke?", "Dette kan du gjøre selv");
    }

    @Test
    void theAllClearSaysThatItIsOver() {
        watched(lillestrom);
        Engine engine = engineOf(lillestrom).fails("import-flyvo", "no route");
        holdPasses();
        engine.completes("import-flyvo");
        send();
        Mail allClear = mailsTo(ADMIN).get(1);
        assertThat(allClear.subject()).isEqualTo("Lillestrøm: Import FlyVo er i orden igjen");
        assertThat(allClear.text())
                .contains(
                        "Stansen er over: synkroniseringen for Lillestrøm venter ikke lenger på Import FlyVo.",
                        "Du trenger ikke å gjøre noe mer.");
    }

    private Mail mailAfter(MunicipalityFixture municipality, Consumer<Engine> report) {
        watched(municipality);
        report.accept(engineOf(municipality));
        holdPasses();
        return mailsTo(ADMIN).get(0);
    }
}
