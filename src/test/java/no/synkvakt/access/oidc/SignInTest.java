package no.synkvakt.access.oidc;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People sign in at the pages by code flow with PKCE, and out again, in a real browser. */
@QuarkusTest
@TestProfile(OidcTest.WithKeycloak.class)
class SignInTest extends OidcTest {

    private String stallsPage = "";

    @BeforeEach
    void oneOwnerStandsStill() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(3));
        stallsPage = "/stalls/" + stallOf(lillestrom()).id();
    }

    @Test
    void whoeverSignsInComesBackToWhereTheyWantedToGo_andSeesWhoTheyAre() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, "/?q=Lille", "ola");
            assertThat(page.url()).endsWith("/?q=Lille");
            assertThat(page.locator(".session").innerText()).contains("Logget inn som ola", "Logg ut");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(browser.barriersInEveryLook()).isEmpty();
        }
    }

    @Test
    void theSessionIsForTheBrowserAloneAndTellsNothing() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, "/", "ola");
            List<Cookie> session = page.context().cookies().stream()
                    .filter(cookie -> cookie.domain.equals("localhost") && cookie.name.startsWith("q_"))
                    .toList();
            assertThat(session).isNotEmpty().allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                assertThat(cookie.value).doesNotContain("eyJhbGciOiJSUzI1NiI");
            });
        }
    }

    @Test
    void anOperatorPresses_andTheirNameIsRecorded() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, stallsPage, "ola");
            page.locator("#acknowledge").click();
            assertThat(page.locator("main [role=status]").innerText()).isEqualTo("Notert: utført.");
            assertThat(page.locator("ol.acts li").allInnerTexts().toString()).contains("(ola)");
        }
    }

    @Test
    void aViewerLooksAndDoesNotPress() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, stallsPage, "vera");
            assertThat(page.locator("h1").innerText()).contains("Lillestrøm");
            assertThat(page.locator("#acknowledge").count()).isZero();
            assertThat(post(page, stallsPage + "/acknowledge", "same-origin")).isEqualTo(403);
        }
    }

    @Test
    void whoeverHasNoRoleIsToldSo_andCanSignOut() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, "/", "nils");
            assertThat(page.locator("h1").innerText()).isEqualTo("Du har ikke tilgang hit");
            assertThat(page.locator("main").innerText()).contains("Du er logget inn som nils");
            page.locator("#way").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Du er logget ut");
        }
    }

    @Test
    void whoeverHasSignedOutMustSignInAgain() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, "/", "ola");
            page.locator("#sign-out").click();
            page.waitForURL("**/signed-out*");
            assertThat(page.locator("h1").innerText()).isEqualTo("Du er logget ut");
            assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
            page.locator("#way").click();
            page.locator("#username").waitFor();
            assertThat(page.url()).startsWith(realm());
        }
    }

    @Test
    void anOpenPageWhoseSessionHasEndedSaysSo_andLeadsBack() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, "/", "ola");
            assertThat(page.locator("#session-over").isVisible()).isFalse();
            page.context().clearCookies();
            engineOf(lillestrom()).completes("Import FlyVo");
            page.locator("#session-over").waitFor();
            assertThat(page.url()).endsWith("/");
            page.locator("#session-over a").click();
            page.locator("#username").waitFor();
        }
    }

    @Test
    void theApiTakesNoSession_norDoPagesFromOtherSites() {
        try (Browser browser = norwegian()) {
            Page page = signIn(browser, "/", "ola");
            for (String stalls :
                    List.of("/api/v1/stalls", "/api;x=y/v1/stalls", "/%61pi/v1/stalls", "//api/v1/stalls")) {
                assertThat(page.request()
                                .get(RestAssured.baseURI + ":" + RestAssured.port + stalls)
                                .status())
                        .as(stalls)
                        .isEqualTo(401);
            }
            assertThat(post(page, stallsPage + "/acknowledge", "same-site")).isEqualTo(403);
            assertThat(post(page, stallsPage + "/acknowledge", "same-origin")).isEqualTo(200);
        }
    }

    private static Browser norwegian() {
        return Browser.wanted().sending("Accept-Language", "nb").open();
    }

    private static int post(Page page, String address, String from) {
        return page.request()
                .post(
                        RestAssured.baseURI + ":" + RestAssured.port + address,
                        com.microsoft.playwright.options.RequestOptions.create().setHeader("Sec-Fetch-Site", from))
                .status();
    }

    private static Page signIn(Browser browser, String address, String person) {
        Page page = browser.show(address);
        assertThat(page.url())
                .startsWith(realm())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=");
        page.locator("#username").fill(person);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> !url.startsWith(realm()));
        return page;
    }
}
