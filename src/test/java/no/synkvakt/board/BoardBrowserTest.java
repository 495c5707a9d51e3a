package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Support's pages in a real browser: for everybody, in every look, and live. */
@QuarkusTest
class BoardBrowserTest extends FlowTest {

    private static final MunicipalityFixture NESSEBY =
            owner("nesseby.example", "Unjárga - Nesseby", "WIS").with("number", "5636");
    private static final MunicipalityFixture AAL =
            owner("aal.example", "Ål", "IST_HOSTED").withLanguage("nn");

    static Stream<Browser.Wanted> looks() {
        return Browser.everyLook();
    }

    @BeforeEach
    void oneOwnerOfEachKind() {
        watched(lillestrom(), NESSEBY, AAL, owner("bodo.example", "Bodø", "WIS"), owner("ny.example", "Ny", "WIS"));
        engineOf(NESSEBY)
                .holds(
                        "synchronization",
                        Map.of(
                                "changes",
                                Map.of("added", 12, "changed", 1240, "deleted", 310, "previousTotal", 3100),
                                "limit",
                                10));
        engineOf(AAL).startsCycle();
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(3));
        holdPasses();
        engineOf(owner("bodo.example", "Bodø", "WIS")).startsCycle();
        stallOf(lillestrom()).escalate("Vi trenger hjelp").statusCode(200);
        send();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nobodyMeetsABarrierOnTheBoard(Browser.Wanted look) {
        try (Browser browser = look.as(Key.OPERATOR).open()) {
            browser.show("/");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflows()).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nobodyMeetsABarrierOnAStallsPage_norInItsMails(Browser.Wanted look) {
        try (Browser browser = look.as(Key.OPERATOR).open()) {
            Page page = browser.show("/stalls/" + stallOf(lillestrom()).id());
            page.locator("details.mail summary").all().forEach(summary -> summary.click());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflows()).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theBoardChangesWithoutReload_andWhatIsBeingTypedStays() {
        try (Browser browser = Browser.wanted().as(Key.VIEWER).open()) {
            Page page = browser.show("/");
            page.evaluate("() => { window.sameDocument = true; }");
            page.locator("#q").fill("");
            page.locator("#q").pressSequentially("Lille");
            engineOf(AAL).completes("Import SAS");
            page.waitForCondition(() -> page.locator("h1").innerText().equals("2 av 5 står stille"));
            assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
            assertThat(page.locator("#q").inputValue()).isEqualTo("Lille");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("q");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aStallsPageChangesWithoutReload_andWhatWasOpenedStaysOpen() {
        try (Browser browser = Browser.wanted().as(Key.VIEWER).open()) {
            Page page = browser.show("/stalls/" + stallOf(lillestrom()).id());
            page.evaluate("() => { window.sameDocument = true; }");
            page.locator("details.mail summary").first().click();
            engineOf(lillestrom()).completes("Import FlyVo");
            page.waitForCondition(() -> page.locator(".state").innerText().equals("Løst"));
            assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
            assertThat(page.locator("details.mail[open]").count()).isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void fromTheBoardToAStallAndItsButtonByKeyboardAloneAndWithoutScript() {
        try (Browser browser = Browser.wanted().withoutScript().as(Key.OPERATOR).open()) {
            Page page = browser.show("/");
            page.locator("a", new Page.LocatorOptions().setHasText("Unjárga - Nesseby"))
                    .press("Enter");
            page.locator("#note").fill("Vi har sett på det");
            page.locator("#acknowledge").press("Enter");
            assertThat(page.locator("main [role=status]").innerText()).isEqualTo("Notert: utført.");
            assertThat(page.locator("ol.acts li").allInnerTexts())
                    .containsExactly("mandag 23. november kl. 05.01: meldt utført (operator): Vi har sett på det");
        }
    }

    @Test
    void theTabulatorLeadsFromTheBoardToAMailAndBack_andItIsAlwaysSeenWhereOneStands() {
        try (Browser browser = Browser.wanted().as(Key.VIEWER).open()) {
            Page page = browser.show("/");
            String stall = "/stalls/" + stallOf(lillestrom()).id();
            tabTo(page, "row-" + stall);
            page.keyboard().press("Enter");
            page.waitForURL("**" + stall);
            String summary = page.locator("summary").first().getAttribute("id");
            tabTo(page, summary);
            page.keyboard().press("Enter");
            assertThat(page.locator("details.mail[open]").count()).isEqualTo(1);
            page.reload();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/"));
            assertThat(page.locator("h1").innerText()).isEqualTo("3 av 5 står stille");
        }
    }

    private static void tabTo(Page page, String id) {
        for (int stops = 0; !page.evaluate("() => document.activeElement.id").equals(id); stops++) {
            assertThat(stops).as("stops on the way to " + id).isLessThan(40);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
    }

    @Test
    void aMailIsShownAsItsRecipientSeesIt() {
        try (Browser browser = Browser.wanted().as(Key.VIEWER).open()) {
            Page page = browser.show("/stalls/" + stallOf(lillestrom()).id());
            page.locator("details.mail summary").first().click();
            page.locator("iframe").first().scrollIntoViewIfNeeded();
            assertThat(page.locator("iframe")
                            .first()
                            .contentFrame()
                            .locator("h1")
                            .innerText())
                    .startsWith("Synkroniseringen for Lillestrøm har stått stille siden mandag 23. november kl. 02.00");
        }
    }
}
