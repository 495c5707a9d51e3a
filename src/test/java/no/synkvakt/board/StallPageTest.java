package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stall's page over HTTP: what is wrong, what was mailed to the letter, and the buttons. */
@QuarkusTest
class StallPageTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";

    private StallOf stall;
    private String path = "";

    @BeforeEach
    void importFlyVoStandsStillAndTheAdminKnows() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        stall = stallOf(lillestrom());
        path = "/stalls/" + stall.id();
    }

    @Test
    void itSaysWhatStandsStill_whoseMoveItIs_andWhatTheAdminIsAskedToDo() {
        assertThat(page(""))
                .contains("<h1>Lillestrøm: Import FlyVo</h1>")
                .contains("har stått stille siden mandag 23. november kl. 02.00")
                .contains("Skoleeieren kan gjøre noe selv, og er varslet.")
                .contains("ADM-SRV-07", "«eFeide Export FlyVO» eller «eFeide synkronisering»")
                .contains("ferdig 02.00", "skulle vært ferdig 04.00")
                .contains("Ingen har gjort noe ennå.")
                .contains("sendt mandag 23. november kl. 04.01");
    }

    @Test
    void whatWasDoneIsSaidOnce_andTheDetailsStandAboveTheMails() {
        press("acknowledge", "note", "Kjørt");
        assertThat(page(""))
                .containsOnlyOnce(": Kjørt")
                .containsSubsequence("id=\"acts\"", ": Kjørt", "<dt>Sak</dt>", "id=\"mails\"");
    }

    @Test
    void aMailIsShownToTheLetter_butForItsLinksToken() {
        Mail sent = mailsTo(ADMIN).get(0);
        String shown = page("").replace("\r\n", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
        assertThat(shown)
                .contains("<pre tabindex=\"0\">" + masked(sent.text()))
                .contains("Message-ID: " + sent.id(), "X-Synkvakt-Kind: STALL");
        assertThat(SignedLinks.TOKEN.matcher(shown).find()).isFalse();
        Response html = mail();
        assertThat(html.asString().replace("\r\n", "\n")).isEqualTo(masked(sent.html()));
        assertThat(SignedLinks.TOKEN.matcher(html.asString()).find()).isFalse();
    }

    @Test
    void aMailMayStyleItselfAndDoNothingElse() {
        assertThat(mail().headers().getValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        assertThat(page("")).contains("<iframe sandbox ");
    }

    @Test
    void pressedTwiceAcknowledgeIsOnce() {
        assertThat(press("acknowledge", "note", "Kjørt kl. 04").header("Location"))
                .endsWith(path + "?done=acknowledge");
        String due = stall.now().text("dueAt");
        clock.advance(Duration.ofMinutes(1));
        press("acknowledge", "note", "Kjørt kl. 04");
        assertThat(stall.now().state()).isEqualTo("ACKNOWLEDGED");
        assertThat(stall.now().acts()).containsExactly("ACKNOWLEDGED");
        assertThat(stall.now().text("acts[0].note")).isEqualTo("Kjørt kl. 04");
        assertThat(stall.now().text("dueAt")).isEqualTo(due);
    }

    @Test
    void pressedTwiceEscalateIsOnce() {
        press("escalate", "note", "");
        press("escalate", "note", "");
        send();
        assertThat(stall.now().acts()).containsExactly("ESCALATED");
        assertThat(stall.now().text("acts[0].note")).isEqualTo("null");
        assertThat(mailsTo("support@vendor.example")).hasSize(1);
    }

    @Test
    void pressedTwiceSilenceIsOnce() {
        press("silence", "until", "PT2H");
        clock.advance(Duration.ofSeconds(5));
        press("silence", "until", "PT2H");
        assertThat(stall.now().acts()).containsExactly("SILENCED");
        assertThat(page("?done=silence")).contains("Ingen påminnelser før mandag 23. november kl. 06.15.", "Notert:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T04:01", "never", ""})
    void aTimeThatIsNotAheadChangesNothing_andIsSaid(String until) {
        assertThat(press("silence", "until", until).header("Location")).endsWith("?done=when");
        assertThat(stall.now().acts()).isEmpty();
        assertThat(page("?done=when")).contains("velg et tidspunkt fram i tid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "escalate", "silence"})
    void aStallThatIsOverIsToldSo_andHasNoButtons(String button) {
        engineOf(lillestrom()).completes("import-flyvo");
        assertThat(press(button, "until", "PT2H").header("Location")).endsWith(path + "?done=over");
        assertThat(page("?done=over"))
                .contains("Saken var allerede løst", ">Løst</span>")
                .doesNotContain("<form");
        assertThat(stall.now().acts()).containsExactly("RESOLVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "escalate", "silence"})
    void aGetOfAButtonChangesNothing(String button) {
        assertThat(as(Key.OPERATOR).get(path + "/" + button).statusCode()).isEqualTo(405);
        assertThat(stall.now().acts()).isEmpty();
    }

    @Test
    void aViewerSeesNoButtons() {
        assertThat(as(Key.VIEWER).get(path).asString()).doesNotContain("<form");
        assertThat(page("")).contains("<form");
    }

    @Test
    void aStallThatIsNotThereIsAFriendlyPage() {
        for (String none : List.of("/stalls/x", "/stalls/4e1d8c3a-0000-4000-8000-000000000000", path + "/mails/x")) {
            Response answer = as(Key.VIEWER).get(none);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString()).contains("Denne saken finnes ikke");
        }
    }

    @Test
    void aStallOutlivesItsOwner() {
        deleted(lillestrom());
        assertThat(page("")).contains("Skoleeieren er slettet.", ">Løst</span>").doesNotContain(ADMIN, "Lillestrøm");
    }

    private Response press(String button, String field, String value) {
        Response answer = as(Key.OPERATOR)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam(field, value)
                .post(path + "/" + button);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    private String page(String query) {
        Response answer = as(Key.OPERATOR).get(path + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    private Response mail() {
        return RestAssured.given()
                .header("Authorization", Key.VIEWER.header())
                .get(path + "/mails/" + stall.now().text("notices[0].id"));
    }

    private static String masked(String text) {
        return SignedLinks.TOKEN.matcher(text).replaceAll(token -> "*"
                .repeat(token.group().length()));
    }
}
