package no.synkvakt.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import no.synkvakt.testing.EventStream;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import no.synkvakt.testing.PageLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What support and admins see of an outage: support all of it, an admin that it is known and not theirs to solve. */
@QuarkusTest
class OutagePageTest extends OutageFlow {

    @Test
    void itsPageHasWhoStandsStill_whoIsDone_andTheMailToSupport() {
        List<MunicipalityFixture> owners = outageOf(3);
        String stall = stallOf(owners.get(1)).id();
        assertThat(page("/outages/" + outage()))
                .contains(
                        "Import Visma Flyt (Visma Flyt Skole) står stille hos 3 skoleeiere",
                        "Stansene kom så tett",
                        "Står stille nå: 3",
                        "Ingen er i gang igjen ennå.",
                        "<a href=\"/stalls/" + stall + "\"",
                        "Flytby 2</a>",
                        "stoppet med feil",
                        "Kjent problem",
                        SUPPORT)
                .doesNotContain("<button");
        recovers(owners.subList(0, 2));
        assertThat(page("/outages/" + outage()))
                .contains("hos én skoleeier", "Står stille nå: 1", "I orden igjen: 2")
                .doesNotContain("Ingen er i gang igjen ennå.");
        String id = outage();
        recovers(owners.subList(2, 3));
        tick();
        send();
        assertThat(page("/outages/" + id))
                .contains("Ingen av skoleeierne som var rammet, venter lenger", "I orden igjen: 3", "state-over")
                .doesNotContain("Står stille nå");
    }

    @Test
    void theMailToSupportLeadsThere_andIsFramedThere() {
        outageOf(3);
        String path = "/outages/" + outage();
        assertThat(mailsTo(SUPPORT).get(0).text()).contains(path);
        String notice =
                queried("select id from notice where outage is not null").get(0);
        assertThat(page(path)).contains("src=\"" + path + "/mails/" + notice + "\"");
        as(Key.VIEWER)
                .get(path + "/mails/" + notice)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("sandbox;"));
        String toAdmin =
                queried("select id from notice where stall is not null limit 1").get(0);
        as(Key.VIEWER).get(path + "/mails/" + toAdmin).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/outages/nonsense", "/outages/4e1d8c3a-0000-4000-8000-000000000000"})
    void anUnknownOneIsAPageThatSaysSo(String path) {
        assertThat(as(Key.VIEWER).get(path).then().statusCode(404).extract().asString())
                .contains("Dette problemet finnes ikke");
    }

    @Test
    void theBoardHasItOnTop_andSaysSoAtItsOwners() {
        outageOf(3);
        MunicipalityFixture other = flyt(9);
        watched(other);
        engineOf(other).completes(IMPORT).fails("export-lms", "no answer");
        String board = page("/");
        assertThat(board)
                .contains("<a href=\"/outages/" + outage() + "\" id=\"outage-1\">"
                        + "Import Visma Flyt (Visma Flyt Skole): 3 skoleeiere siden ")
                .containsOnlyOnce("Kjente problemer akkurat nå");
        assertThat(board.split("del av et kjent problem", -1)).hasSize(4);
        assertThat(row(board, "Flytby 9")).doesNotContain("kjent problem");
        recovers(flyts(3));
        tick();
        assertThat(page("/")).doesNotContain("Kjente problemer", "kjent problem");
    }

    @Test
    void aStallsPageNamesIt_evenOnceItIsOver() {
        List<MunicipalityFixture> owners = outageOf(3);
        String stall = "/stalls/" + stallOf(owners.get(0)).id();
        String link = "<a id=\"outage\" href=\"/outages/" + outage() + "\">Del av et kjent problem hos flere";
        assertThat(page(stall)).contains(link, SUPPORT);
        recovers(owners);
        tick();
        assertThat(page(stall)).contains(link);
    }

    @Test
    void anOwnersPageIsCalm_andNamesNoOtherOwner() {
        MunicipalityFixture owner = outageOf(3).get(0);
        String page = RestAssured.get(
                        PageLink.in(mailsTo("ikt@" + owner.id()).get(0)).address())
                .asString();
        assertThat(page)
                .contains("Dette er et kjent problem", "Du trenger ikke å gjøre noe.")
                .doesNotContain("Flytby 2", "Flytby 3", "/outages/", "<button");
    }

    @Test
    void itsPageIsToldOfChanges() {
        List<MunicipalityFixture> owners = outageOf(3);
        String page = page("/outages/" + outage());
        String live = page.replaceFirst("(?s).*sse-connect=\"([^\"]+)\".*", "$1");
        try (EventStream stream = EventStream.at(live, Key.VIEWER, null)) {
            assertThat(stream.next())
                    .hasValueSatisfying(first -> assertThat(first.isComment()).isTrue());
            recovers(owners.subList(0, 1));
            assertThat(stream.next())
                    .hasValueSatisfying(next -> assertThat(next.name()).isEqualTo("changed"));
        }
    }

    private static String row(String board, String owner) {
        return board.lines()
                .filter(line -> line.contains(owner + "</a>"))
                .findFirst()
                .orElseThrow();
    }

    private static String page(String path) {
        return as(Key.VIEWER).get(path).then().statusCode(200).extract().asString();
    }
}
