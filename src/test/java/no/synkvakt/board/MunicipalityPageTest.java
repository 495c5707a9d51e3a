package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.PageLink;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin sees and can do behind the link of a mail, and what nobody else can. */
@QuarkusTest
class MunicipalityPageTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final MunicipalityFixture OTHER = owner("other.example", "Annen", "WIS");

    private PageLink link = new PageLink("", "");
    private String stall = "";

    @BeforeEach
    void lillestromStandsStill() {
        watched(lillestrom(), OTHER);
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
        link = PageLink.in(mailsTo(ADMIN).get(0));
        stall = statusOf(lillestrom()).stallId().orElseThrow();
    }

    @Test
    void theLinkOfTheMailShowsWhatStandsStillWhatToDoAndTheChain() {
        seen(link.address())
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .body(containsString("<h1>Lillestrøm</h1>"))
                .body(containsString("Import FlyVo har ikke startet"))
                .body(containsString("Logg på ADM-SRV-07."))
                .body(containsString("«eFeide Export FlyVO» eller «eFeide synkronisering»"))
                .body(containsString("aria-current=\"step\""))
                .body(containsString("Jeg har kjørt oppgaven"))
                .body(containsString("Jeg trenger hjelp"));
    }

    @Test
    void lookingChangesNothing() {
        String before = statusOf(lillestrom()).json().prettify();
        seen(link.address()).statusCode(200);
        seen(link.address() + "&done=escalate").statusCode(200);
        anybody().get(link.button("escalate")).then().statusCode(403);
        assertThat(statusOf(lillestrom()).json().prettify()).isEqualTo(before);
    }

    @Test
    void iHaveRunTheTask_givesTheStepItsTimeOnceMore_andPressedTwiceIsAsOnce() {
        press("acknowledge").statusCode(303).header("Location", endsWith(link.address() + "&done=acknowledge"));
        Instant due = clock.instant().plus(Duration.ofHours(2));
        assertThat((String) statusOf(lillestrom()).stall("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(statusOf(lillestrom()).stallTime("dueAt")).isEqualTo(due);

        clock.advance(Duration.ofMinutes(1));
        press("acknowledge").statusCode(303);
        assertThat(statusOf(lillestrom()).stallTime("dueAt")).isEqualTo(due);
        seen(link.address())
                .body(containsString("Du meldte mandag 23. november kl. 04.01 at oppgaven er kjørt"))
                .body(not(containsString("Jeg har kjørt oppgaven")));
    }

    @Test
    void iNeedHelp_handsTheCaseToSupportAtOnce_andPressedTwiceIsAsOnce() {
        press("escalate").statusCode(303);
        press("escalate").statusCode(303);
        send();
        assertThat((String) statusOf(lillestrom()).stall("state")).isEqualTo("ESCALATED");
        assertThat(mailsTo("support@vendor.example")).hasSize(1);
        assertThat(mailsTo("support@vendor.example").get(0).text()).contains("men ber om hjelp");
        seen(link.address()).body(not(containsString("Jeg trenger hjelp")));
    }

    @Test
    void quietUntil_isShown() {
        anybody()
                .formParams(Map.of("stall", stall, "for", "tomorrow"))
                .post(link.button("silence"))
                .then()
                .statusCode(303);
        seen(link.address()).body(containsString("Du får ingen påminnelser før tirsdag 24. november kl. 08.00"));
    }

    @Test
    void whatWasOverMeanwhileIsNotActedOn_andThePageSaysSo() {
        engineOf(lillestrom()).completes("import-flyvo");
        press("escalate").statusCode(303).header("Location", endsWith("&done=over"));
        seen(link.address() + "&done=over").body(containsString("Denne saken er allerede over"));
        assertThat(StallOf.byId(stall).state()).isEqualTo("RESOLVED");
    }

    @Test
    void aStallOfAnotherMunicipalityCannotBeActedOn() {
        engineOf(OTHER).startsCycle();
        pass(Duration.ofHours(2));
        String others = statusOf(OTHER).stallId().orElseThrow();
        anybody()
                .formParam("stall", others)
                .post(link.button("escalate"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("&done=over"));
        assertThat((String) statusOf(OTHER).stall("state")).isEqualTo("OPEN");
    }

    @Test
    void anotherMunicipalitysPageDoesNotOpen() {
        refused("/m/other.example?t=" + link.token());
        anybody()
                .formParam("stall", stall)
                .post("/m/other.example/escalate?t=" + link.token())
                .then()
                .statusCode(401);
        assertThat((String) statusOf(lillestrom()).stall("state")).isEqualTo("OPEN");
    }

    @Test
    void anExpiredLinkIsAFriendlyPage_andChangesNothing() {
        clock.advance(SignedLinks.VALID_FOR);
        refused(link.address());
        press("escalate").statusCode(401);
        assertThat((String) statusOf(lillestrom()).stall("state")).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.1.x", "../..", "%00", "1.tqk5b7.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aLinkThatIsNoneIsAFriendlyPage(String token) {
        refused("/m/lillestrom.kommune.no?t=" + token);
        refused(link.address() + "&t=" + token);
    }

    @Test
    void theLinkOpensNothingElse() {
        anybody().get("/api/v1/stalls?t=" + link.token()).then().statusCode(401);
        anybody()
                .get("/api/v1/municipalities/lillestrom.kommune.no?t=" + link.token())
                .then()
                .statusCode(401);
        anybody().get("/?t=" + link.token()).then().statusCode(401);
    }

    @Test
    void whoeverIsToldSoReadsItInTheirLanguage() {
        anybody()
                .header("Accept", "text/html")
                .header("Accept-Language", "en-GB,nb;q=0.5")
                .get("/m/lillestrom.kommune.no?t=x")
                .then()
                .statusCode(401)
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("This link does not work"));
    }

    @Test
    void ofAMunicipalityThatIsNotThereSupportReadsAPage_andPressesNothing() {
        for (ValidatableResponse answer : List.of(
                as(Key.OPERATOR).get("/m/nobody.example").then(),
                as(Key.OPERATOR).post("/m/nobody.example/escalate").then())) {
            answer.statusCode(404)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("<h1>Her er det ingenting mer</h1>"))
                    .body(containsString("Synkvakt følger ikke lenger denne skoleeieren."))
                    .body(not(containsString("href=\"/\"")));
        }
    }

    @Test
    void anOperatorSeesThePageWithoutALink_andAViewerPressesNothing() {
        as(Key.OPERATOR).get("/m/lillestrom.kommune.no").then().statusCode(200);
        as(Key.VIEWER).get("/m/lillestrom.kommune.no").then().statusCode(200);
        as(Key.VIEWER)
                .formParam("stall", stall)
                .post("/m/lillestrom.kommune.no/escalate")
                .then()
                .statusCode(403);
        as(Key.INGEST).get("/m/lillestrom.kommune.no").then().statusCode(403);
    }

    private ValidatableResponse press(String button) {
        return anybody().formParam("stall", stall).post(link.button(button)).then();
    }

    private ValidatableResponse seen(String address) {
        return anybody().header("Accept", "text/html").get(address).then();
    }

    private void refused(String address) {
        seen(address)
                .statusCode(401)
                .contentType("text/html;charset=utf-8")
                .body(containsString("Denne lenken virker ikke"))
                .body(containsString("Ingenting er endret"))
                .body(not(containsString("Lillestrøm")));
    }

    private static RequestSpecification anybody() {
        return RestAssured.given().redirects().follow(false).urlEncodingEnabled(false);
    }
}
