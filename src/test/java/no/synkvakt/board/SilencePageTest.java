package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page where operators ask for quiet, and where whoever wonders sees that they did. */
@QuarkusTest
class SilencePageTest extends FlowTest {

    private static final MunicipalityFixture OTHER = owner("other.example", "Lillesand", "WIS");
    private static final String UNTIL = "2026-11-23T08:00";

    @BeforeEach
    void twoAreWatched() {
        watched(lillestrom(), OTHER);
    }

    private static Response posted(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "until", UNTIL));
        form.putAll(fields);
        return post(Key.OPERATOR, "/silence", form);
    }

    private static Response post(Key key, String path, Map<String, String> form) {
        return as(key).redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }

    private static String text(String path) {
        return text(as(Key.VIEWER).get(path));
    }

    private static String text(Response page) {
        return page.asString().replaceAll("(?s)<head>.*</head>|<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private String only() {
        return queried("select id from silence").get(0);
    }

    @Test
    void whatIsAskedForIsListed_withWhyAndByWhom() {
        Response answer = posted(
                Map.of("municipality", "lillestrøm", "step", "export-ad", "reason", "Flytter  AD", "kind", "SILENCE"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/silence?done=made");
        assertThat(text("/silence?done=made"))
                .contains(
                        "Notert: det blir ro.", "Lillestrøm Ro Export AD Gjelder nå 02.00 08.00 Flytter AD (operator)");
    }

    @Test
    void maintenanceOfAllThatIsPlannedIsListedAsThat() {
        assertThat(posted(Map.of("kind", "MAINTENANCE", "from", "2026-11-23T04:00"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(text("/silence")).contains("Alle skoleeiere Vedlikehold Alle steg Planlagt 04.00 08.00 operator");
    }

    @Test
    void whoPressesTwiceAsksForOne_andEndsItOnce() {
        Map<String, String> form = Map.of("id", UUID.randomUUID().toString());
        assertThat(posted(form).statusCode()).isEqualTo(303);
        assertThat(posted(form).statusCode()).isEqualTo(303);
        assertThat(queried("select count(*) from silence")).containsExactly("1");
        String end = "/silence/" + only() + "/end";
        assertThat(post(Key.OPERATOR, end, Map.of()).header("Location")).endsWith("done=ended");
        String ended = queried("select ended_at from silence").get(0);
        clock.advance(Duration.ofMinutes(1));
        assertThat(post(Key.OPERATOR, end, Map.of()).statusCode()).isEqualTo(303);
        assertThat(queried("select ended_at from silence")).containsExactly(ended);
        assertThat(text("/silence")).contains("Ingenting er satt til ro");
    }

    @ParameterizedTest
    @CsvSource({"lillesand", "other.example", "Lillesand", "LILLESAND", "other.ex"})
    void anOwnerIsMeantByNameOrRealm(String typed) {
        assertThat(posted(Map.of("municipality", typed)).statusCode()).isEqualTo(303);
        assertThat(queried("select municipality from silence")).containsExactly("other.example");
    }

    @Test
    void anOwnerIsMeantByNumber() {
        assertThat(posted(Map.of("municipality", "3205")).statusCode()).isEqualTo(303);
        assertThat(queried("select municipality from silence"))
                .containsExactly(lillestrom().id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "municipality | nobody           | Ingen eller flere skoleeiere heter dette",
                "municipality | lilles           | Ingen eller flere skoleeiere heter dette",
                "step         | no-such          | Velg et steg fra listen",
                "from         | tomorrow         | la feltet stå tomt",
                "until        | ''               | fram i tid",
                "until        | 2026-11-23T02:00 | fram i tid",
                "until        | 2028-11-23T02:00 | fram i tid",
                "until        | never            | fram i tid",
                "from         | 2026-11-23T08:00 | fram i tid"
            })
    void whatIsWrongIsSaidByItsField_andNothingIsLost(String field, String value, String said) {
        Response page = posted(Map.of(field, value, "reason", "Fordi"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(text(page)).contains("Ingenting er endret. Rett det som er merket.", said);
        assertThat(page.asString()).contains("aria-invalid=\"true\"", "value=\"Fordi\"");
        assertThat(queried("select count(*) from silence")).containsExactly("0");
    }

    @Test
    void aReasonThatIsTooLongOrHostileIsNoHarm() {
        assertThat(text(posted(Map.of("reason", "x".repeat(201))))).contains("Bruk høyst 200 tegn.");
        assertThat(posted(Map.of("reason", "<script>alert(1)</script>")).statusCode())
                .isEqualTo(303);
        assertThat(as(Key.VIEWER).get("/silence").asString())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void oneThatIsNotThereIsOver() {
        assertThat(post(Key.OPERATOR, "/silence/" + UUID.randomUUID() + "/end", Map.of())
                        .header("Location"))
                .endsWith("done=over");
        assertThat(post(Key.OPERATOR, "/silence/nonsense/end", Map.of()).header("Location"))
                .endsWith("done=over");
    }

    @Test
    void aReaderSeesTheListAndNoButtons() {
        posted(Map.of());
        assertThat(as(Key.VIEWER).get("/silence").asString())
                .contains("Alle skoleeiere")
                .doesNotContain("<form");
        assertThat(as(Key.OPERATOR).get("/silence").asString()).contains("Avslutt nå", "id=\"make\"");
        assertThat(post(Key.VIEWER, "/silence", Map.of("until", UNTIL)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theBoardTheOwnersPageAndTheStallLeadThere() {
        engineOf(lillestrom()).fails("import-visma-flyt", "no answer");
        assertThat(as(Key.VIEWER).get("/").asString()).contains("href=\"/silence\"");
        String owner = as(Key.OPERATOR).get("/m/" + lillestrom().id()).asString();
        assertThat(owner).contains("href=\"/silence?municipality=lillestrom.kommune.no\"");
        assertThat(as(Key.OPERATOR)
                        .get("/silence?municipality=lillestrom.kommune.no")
                        .asString())
                .contains("value=\"lillestrom.kommune.no\"");
        assertThat(as(Key.VIEWER).get("/stalls/" + stallOf(lillestrom()).id()).asString())
                .contains("href=\"/silence\"");
    }

    @Test
    void whomItConcernsIsToldSo_whyAndForSupportByWhom() {
        engineOf(lillestrom()).fails("import-visma-flyt", "no answer");
        posted(Map.of("municipality", "3205", "step", "import-visma-flyt", "reason", "Visma er nede."));
        posted(Map.of("kind", "MAINTENANCE"));
        posted(Map.of("municipality", "other.example"));
        String sentence = "Synkvakt sender ingen varsler om Import Visma Flyt før mandag 23. november kl. 08.00."
                + " Grunn: Visma er nede.";
        String maintenance = "Planlagt vedlikehold til mandag 23. november kl. 08.00. Den tiden teller ikke.";
        assertThat(text("/m/" + lillestrom().id()))
                .contains(sentence, maintenance)
                .doesNotContain("Bestemt av", "herfra");
        assertThat(text("/stalls/" + stallOf(lillestrom()).id()))
                .contains(sentence + " Bestemt av operator.", maintenance + " Bestemt av operator.")
                .doesNotContain("herfra");
        assertThat(text("/m/other.example")).contains("Synkvakt sender ingen varsler herfra før", maintenance);
        pass(Duration.ofHours(6));
        assertThat(text("/m/" + lillestrom().id())).doesNotContain(sentence, maintenance);
    }

    @Test
    void withoutScriptAndOnAPhoneItIsAskedForAndEnded_andNobodyIsShutOut() {
        try (Browser browser =
                Browser.wanted().as(Key.OPERATOR).withoutScript().wide(320).open()) {
            Page page = browser.show("/silence?municipality=other.example");
            page.locator("#make").click();
            assertThat(page.locator("main").innerText()).contains("fram i tid");
            page.locator("#until").fill(UNTIL);
            page.locator("#reason").fill("Flytting");
            page.locator("#make").click();
            assertThat(page.locator("main").innerText()).contains("Lillesand", "Flytting (operator)");
            page.locator("tbody button").click();
            assertThat(page.locator("main").innerText()).contains("Roen er over.");
        }
    }

    @Test
    void itShutsNobodyOut() {
        posted(Map.of("reason", "Flytter AD"));
        try (Browser browser = Browser.wanted().as(Key.OPERATOR).open()) {
            browser.show("/silence").locator("#make").click();
            assertThat(browser.page().locator("main").innerText()).contains("Rett det som er merket");
            assertThat(browser.barriersInEveryLook()).isEmpty();
        }
    }
}
