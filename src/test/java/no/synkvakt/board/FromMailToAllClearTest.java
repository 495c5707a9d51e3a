package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.Stream;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.PageLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop as an admin walks it in a browser: the mail's link, the page, the button, and what comes of it. */
@QuarkusTest
class FromMailToAllClearTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";

    private PageLink link = new PageLink("", "");

    @BeforeEach
    void anAlarmIsMailed() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        link = PageLink.in(mailsTo(ADMIN).get(0));
    }

    static Stream<Browser.Wanted> everyLook() {
        return Browser.everyLook();
    }

    @Test
    void theTaskHelped_theAllClearThanks() {
        try (Browser browser = Browser.wanted().wide(390).open()) {
            Page page = browser.show(link.address());
            page.getByText("Jeg har kjørt oppgaven").click();
            assertThat(page.locator("main [role=status]").innerText()).contains("Takk.");
            assertThat(page.locator("main").innerText()).contains("Du meldte mandag 23. november kl. 04.01");
            assertThat(browser.barriers()).isEmpty();
        }
        engineOf(lillestrom()).completes("import-flyvo");
        send();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
        assertThat(mailsTo(ADMIN).get(1).text()).contains("Takk");
    }

    @Test
    void nothingMoved_supportHasTheCase_andTheAdminIsToldSo() {
        try (Browser browser = Browser.wanted().wide(390).withoutScript().open()) {
            browser.show(link.address()).getByText("Jeg har kjørt oppgaven").click();
        }
        pass(Duration.ofHours(2));
        send();
        assertThat(mailsTo(SUPPORT)).hasSize(1);
        assertThat(mailsTo(SUPPORT).get(0).text())
                .contains("meldte oppgaven utført mandag 23. november kl. 04.01, men ingenting har skjedd siden");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "ESCALATION");
        assertThat(mailsTo(ADMIN).get(1).text()).contains("har brukerstøtte nå fått saken");
    }

    @ParameterizedTest
    @MethodSource("everyLook")
    void nobodyIsShutOut(Browser.Wanted look) {
        try (Browser browser = look.open()) {
            browser.show(link.address());
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflows()).isFalse();
            assertThat(browser.complaints()).isEmpty();
            browser.show("/m/lillestrom.kommune.no?t=x");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflows()).isFalse();
        }
    }

    @Test
    void whatHappensMeanwhileIsShownWithoutReloading() {
        try (Browser browser = Browser.wanted().wide(390).open()) {
            Page page = browser.show(link.address());
            page.locator("#escalate").focus();
            engineOf(lillestrom()).completes("import-flyvo");
            page.locator("main").getByText("Nå venter den på Syncronization").waitFor();
            assertThat(page.locator("main").innerText()).doesNotContain("Jeg trenger hjelp");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aKeyboardIsEnough() {
        try (Browser browser = Browser.wanted().open()) {
            Page page = browser.show(link.address());
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            page.locator("#escalate").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**done=escalate");
            assertThat(page.locator("main").innerText()).contains("Brukerstøtte har fått saken");
        }
    }
}
