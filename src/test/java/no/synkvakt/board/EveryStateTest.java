package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No page shuts anybody out in any of its states: each is said in words, and examined in every look. */
@QuarkusTest
class EveryStateTest extends FlowTest {

    private static final String OWNER = "/m/" + lillestrom().id();

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.wanted().as(Key.OPERATOR).open();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void nothingIsWatched_andAnOwnerWasNeverSeen() {
        shutsNobodyOut("/", "Ingen skoleeiere er lagt inn ennå.");
        watched(lillestrom());
        shutsNobodyOut(OWNER, "Synkvakt har ikke sett noen synkronisering her ennå.");
        shutsNobodyOut("/", "Ingen av 1 står stille");
        shutsNobodyOut("/?q=nobody", "Ingen skoleeiere passer til dette.");
    }

    @Test
    void theSynchronizationGoes_andIsDone() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle();
        shutsNobodyOut(OWNER, "Synkroniseringen går.");
        lillestrom().chain().forEach(step -> engineOf(lillestrom()).completes(step));
        shutsNobodyOut(OWNER, "Alt er i orden.");
    }

    @Test
    void theAdminIsAsked_wantsNoReminders_andReportsItDone() {
        String stall = stalledAt("import-flyvo");
        shutsNobodyOut(OWNER, "Import FlyVo har ikke startet", "Jeg har kjørt oppgaven", "Sett på pause");
        shutsNobodyOut(stall, "Skoleeieren kan gjøre noe selv, og er varslet.", "sendt mandag", "Message-ID");
        press(stall, "silence", Map.of("until", "PT2H"));
        shutsNobodyOut(OWNER, "Du får ingen påminnelser før");
        shutsNobodyOut(stall + "?done=silence", "Notert: ingen påminnelser.");
        press(stall, "acknowledge", Map.of("note", "Kjørt"));
        shutsNobodyOut(OWNER + "?done=acknowledge", "Takk.", "Du meldte");
        shutsNobodyOut(stall, "Meldt utført", "Noen har meldt at oppgaven er kjørt.");
    }

    @Test
    void theAdminNeedsHelp_andAllIsRightAgain() {
        String stall = stalledAt("import-flyvo");
        press(stall, "escalate", Map.of("note", "Får det ikke til"));
        send();
        shutsNobodyOut(OWNER + "?done=escalate", "Brukerstøtte har fått saken.");
        shutsNobodyOut(stall, "Hos brukerstøtte", "support@vendor.example");
        engineOf(lillestrom()).completes("import-flyvo");
        send();
        shutsNobodyOut(OWNER, "Nå venter den på Syncronization");
        shutsNobodyOut(stall + "?done=over", "Saken var allerede løst", "I orden igjen");
    }

    @Test
    void supportHasItFromTheBeginning() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-visma-flyt", "no answer");
        shutsNobodyOut(OWNER, "Brukerstøtte er varslet", "Du trenger ikke å gjøre noe.");
        shutsNobodyOut("/stalls/" + stallOf(lillestrom()).id(), "Hos brukerstøtte", "E-posten er ikke skrevet ennå.");
    }

    @Test
    void severalHaveOneCause_andAreDoneOneByOne() {
        List<MunicipalityFixture> owners = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> owner("flyt-" + number + ".example", "Nordre Flytby " + number, "VISMA_FLYT")
                        .withChain("import-visma-flyt", "export-lms"))
                .toList();
        watched(owners);
        owners.forEach(owner -> engineOf(owner).fails("import-visma-flyt", "no answer"));
        tick();
        holdPasses();
        String outage = "/outages/" + stallOf(owners.get(0)).text("outage");
        shutsNobodyOut("/", "Kjente problemer akkurat nå", "del av et kjent problem");
        shutsNobodyOut("/m/" + owners.get(0).id(), "kjent problem");
        shutsNobodyOut("/stalls/" + stallOf(owners.get(0)).id(), "se alle som er rammet");
        engineOf(owners.get(0)).completes("import-visma-flyt");
        shutsNobodyOut(outage, "Står stille nå: 2", "I orden igjen: 1", "sendt mandag", "Message-ID");
        owners.subList(1, 3).forEach(owner -> engineOf(owner).completes("import-visma-flyt"));
        tick();
        send();
        shutsNobodyOut(outage, "Ingen av skoleeierne som var rammet, venter lenger", "I orden igjen: 3");
    }

    @Test
    void theFilterHoldsTheStep() {
        watched(lillestrom());
        Map<String, Integer> changes = Map.of("added", 12, "changed", 1240, "deleted", 310, "previousTotal", 3100);
        engineOf(lillestrom()).holds("synchronization", Map.of("changes", changes, "limit", 10));
        holdPasses();
        shutsNobodyOut(OWNER, "1\u00a0240 av 3\u00a0100");
        shutsNobodyOut("/stalls/" + stallOf(lillestrom()).id(), "1\u00a0240 av 3\u00a0100");
    }

    @Test
    void anotherStallTookItsPlace_andAMailCannotBeSent() {
        String stall = stalledAt("import-flyvo");
        MailRelay.saysOf("ikt@lillestrom.example", "550 5.1.1 no such mailbox");
        engineOf(lillestrom()).inCycle("2026-11-24").fails("import-visma-flyt", "no answer");
        holdPasses();
        shutsNobodyOut(stall, "Løst");
        shutsNobodyOut(
                "/stalls/" + stallOf(lillestrom()).id(),
                "Siste feil:",
                "550 5.1.1 no such mailbox",
                "kunne ikke sendes");
    }

    @Test
    void itIsSetAside_andItsOwnerIsForgotten() {
        String stall = stalledAt("import-flyvo");
        sql("update stall set set_aside = 'ERROR: not handed over, stall_pkey=" + "4e1d8c3a".repeat(20) + "'");
        shutsNobodyOut(stall, "Synkvakt klarer ikke å purre eller sende saken videre");
        deleted(lillestrom());
        shutsNobodyOut(stall, "Skoleeieren er slettet.");
    }

    @Test
    void noCycleBegan_andTheAdminHasRunTheTask() {
        watched(lillestrom().with("schedule", Map.of("cron", "0 2 * * *")));
        engineOf(lillestrom()).startsCycle().completesCycle();
        pass(Duration.ofHours(25));
        holdPasses();
        String stall = "/stalls/" + stallOf(lillestrom()).id();
        shutsNobodyOut(
                OWNER, "skulle ha startet", "«eFeide synkronisering»", "Forrige synkronisering", "Jeg har kjørt");
        shutsNobodyOut(stall, "Ingen ny syklus", "Skulle senest ha startet", "Forrige syklus");
        shutsNobodyOut("/?step=missed", "Ingen ny syklus", "1–1 av 1");
        press(stall, "acknowledge", Map.of("note", "Kjørt"));
        shutsNobodyOut(OWNER, "Har synkroniseringen ikke startet innen", "Du meldte");
        shutsNobodyOut(stall, "Har synkroniseringen ikke startet");
    }

    @Test
    void theEngineIsNotHeard_andComesBack() {
        String stall = stalledAt("import-flyvo");
        engineOf(lillestrom()).beats();
        pass(Duration.ofMinutes(10));
        shutsNobodyOut("/", "1 av 1 er ukjente", "Synkvakt har ikke hørt fra /efeide/engine-1", "sist kjent:");
        shutsNobodyOut(OWNER, "Under står det siste Synkvakt vet");
        shutsNobodyOut(stall, "Dette er det siste som er kjent");
        engineOf(lillestrom()).beats();
        shutsNobodyOut("/", "Synkvakt hører fra /efeide/engine-1 igjen");
    }

    @Test
    void theDatabasesOfEngines() {
        shutsNobodyOut("/feeds", "Ingen database er satt opp.");
        sql("insert into look (source, next_at) values ('/feed/waits', now())");
        shutsNobodyOut("/feeds", "/feed/waits", "Ikke lest ennå");
        sql("""
                insert into look (source, next_at, looked_at, rows, news_at, events, set_aside) values
                    ('/feed/read', now(), '2026-11-23T00:59:00Z', 2232, '2026-11-23T00:40:00Z', 3, '[]'),
                    ('/feed/some', now(), '2026-11-23T00:59:00Z', 7, '2026-11-22T00:40:00Z', 1, '[
                        {"reason": "municipality: ''Nordre Flytby''; accepted: id, name or number", "rows": 3,
                            "example": "Nordre Flytby, 2026-11-23, Import SAS"},
                        {"reason": "step: ''JOB7''; accepted: %s", "rows": 1, "example": "o1.example, 2026-11-23, JOB7"}]')""".formatted("import-samaccountname, ".repeat(12)));
        shutsNobodyOut(
                "/feeds",
                "Rader: 2232.",
                "Sist noe nytt 01.40, hendelser: 3",
                "Alle rader kunne brukes.",
                "4 rader kunne ikke brukes:",
                "Nordre Flytby");
        sql("update look set failed_at = '2026-11-23T01:00:00Z', error = 'Connection to localhost:1 refused.'");
        shutsNobodyOut("/feeds", "Kan ikke leses", "Connection to localhost:1 refused.", "Skoleeierne bedømmes ikke");
        sql("update look set set_aside = '{}'");
        shutsNobodyOut("/feeds", "kan ikke leses. Neste gang erstatter det.");
    }

    @Test
    void aBoardOfTwoPagesWhereEveryKindOfStepStandsStill() {
        IntStream.rangeClosed(1, 101).mapToObj(EveryStateTest::numbered).forEach(this::watched);
        engineOf(numbered(7)).holds("synchronization");
        engineOf(numbered(8)).fails("export-365", "no answer");
        engineOf(numbered(9)).fails("import-sas", "no answer");
        shutsNobodyOut("/", "3 av 101 står stille", "1–100 av 101", "Neste →");
        shutsNobodyOut("/?page=1", "101–101 av 101", "← Forrige");
        shutsNobodyOut("/?step=import-sas", "1–1 av 1", "Vis alle");
    }

    private static MunicipalityFixture numbered(int number) {
        return owner("o" + number + ".example", "Kommune nummer " + number, "WIS");
    }

    private String stalledAt(String step) {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle();
        List<String> chain = lillestrom().chain();
        chain.subList(0, chain.indexOf(step))
                .forEach(done -> engineOf(lillestrom()).completes(done));
        pass(Duration.ofHours(3));
        holdPasses();
        return "/stalls/" + stallOf(lillestrom()).id();
    }

    private static void press(String stall, String button, Map<String, String> form) {
        as(Key.OPERATOR)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(stall + "/" + button)
                .then()
                .statusCode(303);
    }

    private void shutsNobodyOut(String address, String... shown) {
        Page page = browser.show(address);
        page.locator("details.mail summary").all().forEach(Locator::click);
        page.frames().forEach(Frame::waitForLoadState);
        assertThat(page.locator("main").innerText()).as(address).contains(shown);
        assertThat(browser.barriersInEveryLook()).as(address).isEmpty();
    }
}
