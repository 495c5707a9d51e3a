package no.synkvakt.artifact;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import no.synkvakt.testing.ArtifactParts;
import no.synkvakt.testing.ArtifactTest;
import no.synkvakt.testing.EventStream;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Scrape;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was built shows: its pages with all they need, its description, its health and its figures. */
abstract class PagesShown extends ArtifactTest {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"");

    private final String id = UUID.randomUUID() + ".example";
    private final MunicipalityFixture owner = owner(id, "Ås " + id, "WIS");

    @BeforeEach
    void aStepHasFailed() {
        watched(owner);
        engineOf(owner).fails("import-sas", "no route to host");
    }

    @Test
    void thePagesAnswer() {
        page("/").body(containsString("Ås " + id), containsString("Import SAS"));
        page("/m/" + id).body(containsString("Ås " + id), containsString("Import SAS"));
    }

    @Test
    void theStallsPageShowsTheMailAsItWasSent() {
        mailTo("ikt@" + id, "STALL", owner);
        StallOf stall = until(() -> stallOf(owner), of -> of.notices().contains("STALL ikt@" + id + " SENT"));
        page("/stalls/" + stall.id()).body(containsString("no route to host"), containsString("ikt@" + id));
        String notice = stall.text("notices[0].id");
        as(Key.VIEWER)
                .get("/api/v1/stalls/" + stall.id() + "/notices/" + notice)
                .then()
                .statusCode(200)
                .contentType("message/rfc822");
    }

    @Test
    void whatAPageNeedsIsThere() {
        List<String> assets = ASSET.matcher(page("/").extract().asString())
                .results()
                .map(asset -> asset.group(1))
                .toList();
        assertThat(assets).hasSizeGreaterThan(3);
        assertThat(assets).allSatisfy(asset -> as(Key.VIEWER).get(asset).then().statusCode(200));
    }

    @Test
    void anOpenPageHearsOfChanges() {
        try (EventStream stream = EventStream.at("/live", Key.VIEWER, null)) {
            assertThat(stream.status()).isEqualTo(200);
            engineOf(owner).completes("import-sas");
            assertThat(stream.next()).isPresent();
        }
    }

    @Test
    void theDescriptionSpeaksOfTheApi_andAWrongMethodLearnsTheRightOnes() {
        as().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/events"))
                .body("info.title", equalTo("Synkvakt"));
        as(Key.OPERATOR).delete("/api/v1/stalls").then().statusCode(405).header("Allow", containsString("GET"));
    }

    @Test
    void theFiguresAreOnTheManagementPort() {
        String open = "synkvakt_open_stalls{step=\"import-sas\",verdict=\"FAILED\"}";
        Scrape scrape = until(() -> Scrape.of(ArtifactParts.managementPort()), of -> of.samples()
                .containsKey(open));
        assertThat(scrape.value(open)).isPositive();
        assertThat(scrape.value("synkvakt_database_up")).isEqualTo(1);
        assertThat(scrape.value("synkvakt_events_total{outcome=\"accepted\",reason=\"none\"}"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void itIsWell(String question) {
        as().port(ArtifactParts.managementPort())
                .get("/q/health/" + question)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    private static ValidatableResponse page(String address) {
        return as(Key.VIEWER).accept("text/html").get(address).then().statusCode(200);
    }
}
