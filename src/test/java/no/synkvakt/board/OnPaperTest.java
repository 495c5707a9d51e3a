package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.IntStream;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A printed page holds what is to be read, and nothing that could be pressed; black on white, however the screen looks. */
@QuarkusTest
class OnPaperTest extends FlowTest {

    @BeforeEach
    void lillestromStandsStill() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
    }

    @Test
    void theAdminsPageHoldsTheInstructionAndTheChain() {
        try (Browser browser = printed("/m/" + lillestrom().id())) {
            assertThat(paper(browser))
                    .contains("Logg på ADM-SRV-07.", "Synkroniseringen nå", "venter her", "De siste synkroniseringene")
                    .doesNotContain("Hva vil du gjøre?", "Jeg har kjørt oppgaven", "Ikke påminn meg");
        }
    }

    @Test
    void aStallsPageHoldsTheInstructionTheChainAndTheMails() {
        try (Browser browser = printed("/stalls/" + stallOf(lillestrom()).id())) {
            assertThat(paper(browser))
                    .contains(
                            "Logg på ADM-SRV-07.", "skulle vært ferdig 04.00", "ikt@lillestrom.example", "Opplysninger")
                    .doesNotContain("Hva vil du gjøre?", "Meld utført", "Stille til", "Alle skoleeiere");
        }
    }

    @Test
    void theBoardHoldsItsRows() {
        IntStream.rangeClosed(1, 100).mapToObj(OnPaperTest::numbered).forEach(this::watched);
        try (Browser browser = printed("/")) {
            assertThat(paper(browser))
                    .contains("1 av 101 står stille", "Hos skoleeieren", "1–100 av 101")
                    .doesNotContain("Vis", "Neste");
            assertThat(browser.page().locator("nav.groups").isVisible()).isFalse();
        }
    }

    private static MunicipalityFixture numbered(int number) {
        return owner("o" + number + ".example", "Kommune " + number, "WIS");
    }

    private static Browser printed(String address) {
        Browser browser = Browser.wanted().dark().as(Key.OPERATOR).open();
        browser.show(address).emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return browser;
    }

    private static String paper(Browser browser) {
        Page page = browser.page();
        assertThat(page.evaluate("() => getComputedStyle(document.body).color")).isEqualTo("rgb(0, 0, 0)");
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.quiet')).color"))
                .isEqualTo("rgb(75, 81, 88)");
        return page.locator("body").innerText();
    }
}
