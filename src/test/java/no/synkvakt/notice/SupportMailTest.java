package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;

/** Support gets all context with the escalation, and need not ask for any. */
@QuarkusTest
class SupportMailTest extends FlowTest {

    private static final String SUPPORT = "support@vendor.example";

    @Test
    void itHasAllThatIsKnown() {
        watched(lillestrom()
                .withLanguage("en")
                .with("contacts", List.of(Map.of("email", "ikt@lillestrom.example", "name", "IKT-vakta"))));
        engineOf(lillestrom()).startsCycle().completes("export-ad");
        pass(Duration.ofHours(1));
        holdPasses();
        StallOf stall = stallOf(lillestrom());
        Mail mail = mailsTo(SUPPORT).get(0);
        assertThat(mail.subject()).isEqualTo("Lillestrøm: Import AD står stille (ikke startet) – nå hos brukerstøtte");
        assertThat(mail.text())
                .contains("Bare dere i brukerstøtte kan sette synkroniseringen i gang igjen.")
                .contains("Stopp her betyr som regel at overføringen til AD (Export AD) gikk galt.")
                .contains("  Skoleeier: Lillestrøm (lillestrom.kommune.no, 3205)\n")
                .contains("  Skoleadministrativt system: Visma Flyt Skole (VISMA_FLYT)\n")
                .contains("  Syklus: 2026-11-23\n")
                .contains("  Synksteg: Import AD\n")
                .contains("  Tilstand: ikke startet (NOT_STARTED)\n")
                .contains("  Venter siden: mandag 23. november kl. 02.00 (2026-11-23T01:00:00Z)\n")
                .contains("  Skulle vært ferdig: mandag 23. november kl. 03.00 (2026-11-23T02:00:00Z)\n")
                .contains("  Oppdaget: mandag 23. november kl. 03.00 (2026-11-23T02:00:00Z)\n")
                .contains("  Server med eFeide-klient: ADM-SRV-07\n")
                .contains("  Domenekontroller: DC01\n")
                .contains("  Kontakter: IKT-vakta, ikt@lillestrom.example\n")
                .contains("  Rutine: import-ad\n")
                .contains("  Sak: " + stall.id() + "\n")
                .contains("✓ Export AD (ferdig)\n > ○ Import AD (venter her)\n")
                .contains("Du får denne e-posten fordi adressen er oppgitt som brukerstøtte i Synkvakt.");
        assertThat(mail.html())
                .contains("lillestrom.kommune.no, 3205", stall.id(), "IKT-vakta, ikt@lillestrom.example");
        assertThat(mail.header("X-Synkvakt-Playbook")).isEqualTo("import-ad");
    }

    @Test
    void ofOneThatTheAdminDidNotSolveItSaysWhatTheAdminWasAskedToDo() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        holdPasses();
        stallOf(lillestrom()).escalate("it did not help").statusCode(200);
        send();
        assertThat(mailsTo(SUPPORT).get(0).text())
                .contains("En av dere har tatt over saken, som skoleeieren ellers kunne ha løst selv.")
                .contains("Feilmelding: no route to host")
                .contains("  Planlagte oppgaver: eFeide Export FlyVO; eFeide synkronisering\n")
                .contains("sendt til brukerstøtte (operator): it did not help")
                .doesNotContain("1. Logg på");
    }

    @Test
    void theAllClearSaysWhichCaseIsOver() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-ad", "no answer");
        holdPasses();
        StallOf stall = stallOf(lillestrom());
        engineOf(lillestrom()).completes("import-ad");
        send();
        assertThat(mailsTo(SUPPORT).get(1).subject()).isEqualTo("Lillestrøm: Import AD er i orden igjen");
        assertThat(mailsTo(SUPPORT).get(1).text()).contains("  Løst: mandag 23. november kl. 02.01", stall.id());
    }
}
