package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.PageLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that the pages are for is there without script too; they are shown anew by whoever wants it, and never by themselves. */
@QuarkusTest
class WithoutScriptTest extends FlowTest {

    private String link = "";
    private String stall = "";

    @BeforeEach
    void lillestromStandsStill() {
        watched(lillestrom(), owner("bodo.example", "Bodø", "WIS"));
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        link = PageLink.in(mailsTo("ikt@lillestrom.example").get(0)).address();
        stall = "/stalls/" + stallOf(lillestrom()).id();
    }

    @Test
    void theAdminIsAnsweredAfterEachButton() {
        try (Browser browser = Browser.wanted().withoutScript().open()) {
            Page page = browser.show(link);
            page.locator("#for").selectOption("P7D");
            page.locator("#silence").click();
            assertThat(answer(page)).isEqualTo("Notert: ingen påminnelser.");
            assertThat(page.locator("main").innerText())
                    .contains("Du får ingen påminnelser før mandag 30. november kl. 04.15.");
            page.locator("#acknowledge").click();
            assertThat(answer(page))
                    .isEqualTo("Takk. Synkvakt følger med på om det hjelper, og gir beskjed på e-post.");
            page.locator("#escalate").click();
            assertThat(answer(page)).isEqualTo("Brukerstøtte har fått saken. Du trenger ikke å gjøre noe mer.");
            assertThat(page.locator("main button").count()).isZero();
        }
    }

    @Test
    void supportIsAnsweredAfterEachButton() {
        try (Browser browser = Browser.wanted().withoutScript().as(Key.OPERATOR).open()) {
            Page page = browser.show(stall);
            page.locator("#until").selectOption("tomorrow");
            page.locator("#silence").click();
            assertThat(answer(page)).isEqualTo("Notert: ingen påminnelser.");
            page.locator("#note").fill("De ringte");
            page.locator("#escalate").click();
            assertThat(answer(page)).isEqualTo("Brukerstøtte har saken.");
            assertThat(page.locator("ol.acts li").allInnerTexts())
                    .containsExactly(
                            "mandag 23. november kl. 04.01: varsler på pause til (operator): tirsdag 24. november kl. 08.00",
                            "mandag 23. november kl. 04.01: sendt til brukerstøtte (operator): De ringte");
        }
    }

    @Test
    void theBoardIsSearched() {
        try (Browser browser = Browser.wanted().withoutScript().as(Key.VIEWER).open()) {
            Page page = browser.show("/");
            page.locator("#q").fill("bod");
            page.locator("#show").click();
            assertThat(page.locator("tbody th a").allInnerTexts()).containsExactly("Bodø");
            page.locator("#reset").click();
            page.locator("nav.groups a").click();
            assertThat(page.locator("tbody th a").allInnerTexts()).containsExactly("Lillestrøm");
        }
    }

    @Test
    void whoWantsToKnowHowItGoesNowShowsThePageAnew() {
        try (Browser admin = Browser.wanted().withoutScript().open();
                Browser support =
                        Browser.wanted().withoutScript().as(Key.VIEWER).open()) {
            admin.show(link);
            support.show(stall);
            engineOf(lillestrom()).completes("import-flyvo");
            assertThat(anew(admin)).contains("Nå venter den på Syncronization.");
            assertThat(anew(support)).contains("Løst");
            support.show("/?q=lille");
            stallFreeNow();
            assertThat(anew(support)).contains("1–1 av 1", "I orden");
        }
    }

    @Test
    void noPageReloadsItself_whichWouldTakeAwayWhatSomebodyIsWriting() {
        for (String address : List.of("/", stall, "/m/" + lillestrom().id())) {
            assertThat(as(Key.OPERATOR).get(address).asString())
                    .contains("<noscript><a ")
                    .doesNotContain("http-equiv");
        }
    }

    private void stallFreeNow() {
        lillestrom().chain().forEach(step -> engineOf(lillestrom()).completes(step));
    }

    private static String anew(Browser browser) {
        browser.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vis siden på nytt"))
                .click();
        return browser.page().locator("main").innerText();
    }

    private static String answer(Page page) {
        return page.locator("main [role=status]").innerText();
    }
}
