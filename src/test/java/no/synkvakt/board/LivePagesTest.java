package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.PageLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page that changes by itself tells those who do not see it, and where it leaves those who use a keyboard. */
@QuarkusTest
class LivePagesTest extends FlowTest {

    private static final MunicipalityFixture AAL =
            owner("aal.example", "Ål", "IST_HOSTED").withLanguage("nn");

    /** Keeps all that the page says aloud, in a window that a reload would replace. */
    private static final String LISTEN = "() => { window.said = []; const news = document.getElementById('news');"
            + " new MutationObserver(() => { if (news.textContent) window.said.push(news.textContent); })"
            + ".observe(news, { childList: true, characterData: true, subtree: true }); }";

    @BeforeEach
    void lillestromStandsStill() {
        watched(lillestrom(), AAL);
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
    }

    @Test
    void theBoardSaysHowManyStandStill_andNothingWhenThatIsAsItWas() {
        try (Browser browser = Browser.wanted().as(Key.OPERATOR).open()) {
            Page page = listening(browser, "/");
            stallOf(lillestrom()).acknowledge("Kjørt").statusCode(200);
            page.getByText("Meldt utført").last().waitFor();
            assertThat(said(page)).isEmpty();
            engineOf(lillestrom()).completes("import-flyvo");
            page.waitForCondition(() -> !said(page).isEmpty());
            assertThat(said(page)).containsExactly("Ingen av 2 står stille");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void aStallsPageSaysItsNewStateAndWhoseMoveItIs_andNothingOfAMailThatWasSent() {
        try (Browser browser = Browser.wanted().as(Key.OPERATOR).open()) {
            Page page = listening(browser, "/stalls/" + stallOf(lillestrom()).id());
            stallOf(lillestrom()).escalate("Hjelp").statusCode(200);
            page.waitForCondition(() -> !said(page).isEmpty());
            send();
            page.locator("summary", new Page.LocatorOptions().setHasText("support@vendor.example"))
                    .getByText("sendt mandag")
                    .waitFor();
            assertThat(said(page))
                    .containsExactly("Hos brukerstøtte. "
                            + "En av dere har tatt over saken, som skoleeieren ellers kunne ha løst selv.");
        }
    }

    @Test
    void aMunicipalitysPageSaysInItsLanguageWhatIsWaitedForNow() {
        try (Browser browser = Browser.wanted().as(Key.VIEWER).open()) {
            Page page = listening(browser, "/m/" + AAL.id());
            engineOf(AAL).startsCycle();
            page.waitForCondition(() -> said(page).size() == 1);
            engineOf(AAL).completes("import-sas");
            page.waitForCondition(() -> said(page).size() == 2);
            assertThat(said(page))
                    .containsExactly(
                            "Synkroniseringa går. No ventar ho på Import SAS.",
                            "Synkroniseringa går. No ventar ho på Syncronization.");
            assertThat(page.locator("#main #news").count()).isZero();
        }
    }

    @Test
    void whoStandsOnAButtonStaysThere() {
        try (Browser browser = Browser.wanted().open()) {
            Page page = listening(browser, link());
            page.locator("#escalate").focus();
            stallOf(lillestrom()).acknowledge("Kjørt").statusCode(200);
            page.waitForCondition(() -> !said(page).isEmpty());
            assertThat(focused(page)).isEqualTo("escalate");
        }
    }

    @Test
    void whoseButtonIsGoneGoesOnFromTheContentsBeginning() {
        try (Browser browser = Browser.wanted().open()) {
            Page page = listening(browser, link());
            page.locator("#escalate").focus();
            engineOf(lillestrom()).completes("import-flyvo");
            page.waitForCondition(() -> !said(page).isEmpty());
            page.waitForCondition(() -> focused(page).equals("main"));
        }
    }

    @Test
    void whoTypesANoteGoesOnTyping() {
        try (Browser browser = Browser.wanted().as(Key.OPERATOR).open()) {
            Page page = listening(browser, "/stalls/" + stallOf(lillestrom()).id());
            page.locator("#note").pressSequentially("Kjø");
            stallOf(lillestrom()).acknowledge("En annen").statusCode(200);
            page.waitForCondition(() -> !said(page).isEmpty());
            page.keyboard().type("rt");
            assertThat(page.locator("#note").inputValue()).isEqualTo("Kjørt");
        }
    }

    @Test
    void whoStandsOnAMailStaysThere() {
        try (Browser browser = Browser.wanted().as(Key.VIEWER).open()) {
            Page page = listening(browser, "/stalls/" + stallOf(lillestrom()).id());
            page.locator("summary").first().focus();
            engineOf(lillestrom()).completes("import-flyvo");
            page.waitForCondition(() -> !said(page).isEmpty());
            assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("SUMMARY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "note", "acknowledge", "escalate", "until", "silence"})
    void whoeverStandsOnAnythingOfAStallsPageStaysThere(String id) {
        staysThere("/stalls/" + stallOf(lillestrom()).id(), id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "escalate", "for", "silence"})
    void whoeverStandsOnAnythingOfAMunicipalitysPageStaysThere(String id) {
        staysThere("/m/" + lillestrom().id(), id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group-1", "q", "state", "show", "reset", "row-/m/aal.example"})
    void whoeverStandsOnAnythingOfTheBoardStaysThere(String id) {
        staysThere("/?q=l", id);
    }

    private void staysThere(String address, String id) {
        try (Browser browser = Browser.wanted().as(Key.OPERATOR).open()) {
            Page page = browser.show(address);
            page.locator("[id='" + id + "']").focus();
            changed(lillestrom().with("name", "Lillestrøm by"));
            page.getByText("Lillestrøm by").first().waitFor();
            page.waitForCondition(() -> focused(page).equals(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"until", "for", "state"})
    void whatSomebodyHasChosenStaysChosen(String id) {
        Map<String, String> addresses = Map.of(
                "until",
                "/stalls/" + stallOf(lillestrom()).id(),
                "for",
                "/m/" + lillestrom().id(),
                "state",
                "/");
        try (Browser browser = Browser.wanted().as(Key.OPERATOR).open()) {
            Page page = browser.show(Objects.requireNonNull(addresses.get(id)));
            String chosen = id.equals("state") ? "OPEN" : "tomorrow";
            page.locator("#" + id).selectOption(chosen);
            changed(lillestrom().with("name", "Lillestrøm by"));
            page.getByText("Lillestrøm by").first().waitFor();
            assertThat(page.locator("#" + id).inputValue()).isEqualTo(chosen);
        }
    }

    private String link() {
        return PageLink.in(mailsTo("ikt@lillestrom.example").get(0)).address();
    }

    private static Page listening(Browser browser, String address) {
        Page page = browser.show(address);
        page.evaluate(LISTEN);
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<String> said(Page page) {
        return (List<String>) Objects.requireNonNull(page.evaluate("() => window.said"));
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.id"));
    }
}
