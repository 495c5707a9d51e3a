package no.synkvakt.access.oidc;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import no.synkvakt.testing.PageLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads to the login, and what must not: only a page that somebody opens. */
@QuarkusTest
@TestProfile(OidcTest.WithKeycloak.class)
class WayToTheLoginTest extends OidcTest {

    private static final String DAYS_LATER = "/m/lillestrom.kommune.no?t=1.1.not-a-link";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=x",
                "/stalls/4e1d8c3a-0000-4000-8000-000000000000",
                "/m/lillestrom.kommune.no",
                "/login"
            })
    void aPageLeadsToTheLogin_byCodeFlowWithPkce(String page) {
        Response answer = browser().get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .startsWith(realm())
                .contains("response_type=code", "code_challenge_method=S256", "state=", "%2Flogin");
        assertThat(answer.headers().getValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("q_auth").contains("HTTPOnly", "SameSite=Lax"));
    }

    @ParameterizedTest
    @CsvSource({
        "HX-Request, true",
        "X-Requested-With, XMLHttpRequest",
        "Sec-Fetch-Dest, iframe",
        "Sec-Fetch-Dest, empty",
        "Authorization, Bearer nonsense",
    })
    void whatScriptsAndFramesFetchDoesNot(String header, String value) {
        Response answer = browser().header(header, value).get("/");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("Location")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET, X-Nothing, 302", "GET, HX-Request, 401", "POST, X-Nothing, 401"})
    void aSessionThatIsWorthNothingIsNone(String method, String header, int status) {
        Response answer = browser()
                .header(header, "true")
                .cookie("q_session", "worth-nothing")
                .request(
                        method,
                        "/stalls/4e1d8c3a-0000-4000-8000-000000000000" + (method.equals("GET") ? "" : "/escalate"));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void norDoesTheStreamOfChanges_norAButton() {
        assertThat(as().accept("text/event-stream").get("/live").statusCode()).isEqualTo(401);
        Response button = browser().post("/stalls/4e1d8c3a-0000-4000-8000-000000000000/acknowledge");
        assertThat(button.statusCode()).isEqualTo(401);
        assertThat(button.htmlPath().getString("html.body.main.section.h1")).isEqualTo("Du er ikke logget inn");
    }

    @Test
    void whoeverComesBackInVainIsNotSentThereAgain() {
        Response answer = browser().get("/login?state=unknown&code=unknown");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.htmlPath().getString("html.body.main.section.h1")).isEqualTo("Du er ikke logget inn");
    }

    @Test
    void anAdminsLinkOpensTheirPage_andOneThatIsWorthNothingSaysSo() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(3));
        holdPasses();
        PageLink link = PageLink.in(mailsTo("ikt@lillestrom.example").get(0));
        assertThat(browser().get(link.address()).statusCode()).isEqualTo(200);

        Response refused = browser().get(DAYS_LATER);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.htmlPath().getString("html.body.main.section.h1")).isEqualTo("Denne lenken virker ikke");
    }

    @Test
    void whatNobodyIsAskedForStaysOpen() {
        assertThat(browser().get("/assets/synkvakt.css").statusCode()).isEqualTo(200);
        assertThat(browser().get("/q/openapi").statusCode()).isEqualTo(200);
        assertThat(browser().get("/logout").header("Location")).endsWith("/signed-out");
        assertThat(browser().get("/signed-out").statusCode()).isEqualTo(200);
    }

    private static RequestSpecification browser() {
        return as().accept("text/html,*/*;q=0.8").redirects().follow(false);
    }
}
