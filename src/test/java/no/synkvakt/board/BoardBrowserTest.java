package no.synkvakt.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
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
            shoot(browser, "board", look);
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
            shoot(browser, "stall", look);
            page.locator("details.mail summary").all().forEach(summary -> summary.click());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            shoot(browser, "mails", look);
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflows()).isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void shoot(Browser browser, String name, Browser.Wanted look) {
        browser.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("/tmp/pages-shots/" + name + "-"
                                + look.toString().replace(' ', '-') + ".png")));
    }
}
