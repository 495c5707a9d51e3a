package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.PageLink;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.Test;

/** Who has done what is kept, in the commit of what was done. */
@QuarkusTest
class AuditTest extends FlowTest {

    private static final String MUNICIPALITY =
            "/api/v1/municipalities/" + lillestrom().id();

    @Test
    void whatIsDoneToAMunicipalityIsKeptByTheNamesOfItsFields_withoutAnAddress() {
        watched(lillestrom());
        changed(lillestrom().withContacts("new@lillestrom.example").expecting("import-flyvo", Duration.ofHours(3)));
        as(Key.OPERATOR).post(MUNICIPALITY + "/ping-key").then().statusCode(200);
        as(Key.OPERATOR).post(MUNICIPALITY + "/test-mail").then().statusCode(202);
        deleted(lillestrom());

        assertThat(deeds())
                .containsExactlyInAnyOrder(
                        "operator MUNICIPALITY_CREATED null",
                        "operator MUNICIPALITY_CHANGED contacts, expected",
                        "operator PING_KEY_RENEWED null",
                        "operator TEST_MAIL_SENT null",
                        "operator MUNICIPALITY_DELETED null");
        assertThat(audit().getString("items")).doesNotContain("@", "IKT");
    }

    @Test
    void whoPutsWhatIsThereAlreadyHasDoneNothing_norWhoIsRefused() {
        watched(lillestrom());
        changed(lillestrom());
        operator()
                .body(lillestrom().without("sis").json())
                .put(MUNICIPALITY)
                .then()
                .statusCode(422);
        as(Key.VIEWER).post(MUNICIPALITY + "/ping-key").then().statusCode(403);

        assertThat(deeds()).containsExactly("operator MUNICIPALITY_CREATED null");
    }

    @Test
    void ofManyWhoArePutAtOnceEachIsKept_orNone() {
        MunicipalityFixture skien = MunicipalityFixture.owner("skien.kommune.no", "Skien", "WIS");
        operator()
                .body(List.of(lillestrom().jsonWithId(), skien.without("name").jsonWithId()))
                .put("/api/v1/municipalities")
                .then()
                .statusCode(422);
        assertThat(deeds()).isEmpty();

        watched(List.of(lillestrom(), skien));
        assertThat(deeds()).hasSize(2).containsOnly("operator MUNICIPALITY_CREATED null");
    }

    @Test
    void whatAnAdminPressesAndWhatSupportDoesIsKept_andASecondPressIsNothing() {
        StallOf stall = stalled();
        holdPasses();
        PageLink link = PageLink.in(Mailbox.to("ikt@lillestrom.example").get(0));
        press(link, stall, "acknowledge");
        press(link, stall, "acknowledge");
        press(link, stall, "escalate");
        stall.escalate("on it").statusCode(200);

        assertThat(deeds().subList(0, 2))
                .containsExactlyInAnyOrder("admin STALL_ACKNOWLEDGED null", "admin STALL_ESCALATED null");
        assertThat(audit().getString("items[0].subject")).isEqualTo(stall.id());
        assertThat(audit().getString("items[0].municipality"))
                .isEqualTo(lillestrom().id());
    }

    @Test
    void whoKeepsQuietAndEndsIt() {
        String id = operator()
                .body(Map.of(
                        "step",
                        "export-lms",
                        "until",
                        clock.instant().plus(Duration.ofHours(1)).toString()))
                .post("/api/v1/silences")
                .jsonPath()
                .getString("id");
        clock.advance(Duration.ofMinutes(1));
        as(Key.OPERATOR).delete("/api/v1/silences/" + id).then().statusCode(204);
        as(Key.OPERATOR).delete("/api/v1/silences/" + id).then().statusCode(204);

        assertThat(deeds())
                .containsExactly(
                        "operator SILENCE_ENDED SILENCE, export-lms, until " + clock.instant(),
                        "operator SILENCE_MADE SILENCE, export-lms, until "
                                + clock.instant().plus(Duration.ofMinutes(59)));
        assertThat(audit().getString("items[0].subject")).isEqualTo(id);
    }

    @Test
    void whoForgetsAnEngine() {
        watched(lillestrom());
        engineOf(lillestrom()).beats();
        String source = as(Key.VIEWER).get("/api/v1/feeds").jsonPath().getString("items[0].source");
        as(Key.OPERATOR)
                .queryParam("source", source)
                .delete("/api/v1/feeds")
                .then()
                .statusCode(204);

        assertThat(deeds()).contains("operator FEED_FORGOTTEN null");
    }

    @Test
    void theTrailIsReadPageByPage_orOfOneMunicipality() {
        watched(lillestrom(), MunicipalityFixture.owner("skien.kommune.no", "Skien", "WIS"));

        as(Key.VIEWER)
                .queryParam("size", 1)
                .get("/api/v1/audit")
                .then()
                .body("total", equalTo(2), "items.size()", equalTo(1));
        as(Key.VIEWER)
                .queryParam("municipality", "skien.kommune.no")
                .get("/api/v1/audit")
                .then()
                .body("total", equalTo(1), "items[0].municipality", equalTo("skien.kommune.no"));
    }

    @Test
    void whatIsNotKeptIsNotDone() {
        watched(lillestrom());
        String former =
                as(Key.OPERATOR).get(MUNICIPALITY + "/ping-key").jsonPath().getString("pingKey");
        sql("alter table audit add constraint full_disk check (deed <> 'PING_KEY_RENEWED')");
        try {
            assertThat(as(Key.OPERATOR).post(MUNICIPALITY + "/ping-key").statusCode())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            sql("alter table audit drop constraint full_disk");
        }
        assertThat(as(Key.OPERATOR).get(MUNICIPALITY + "/ping-key").jsonPath().getString("pingKey"))
                .isEqualTo(former);
    }

    private StallOf stalled() {
        watched(lillestrom());
        engineOf(lillestrom()).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        return stallOf(lillestrom());
    }

    private static void press(PageLink link, StallOf stall, String button) {
        RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("stall", stall.id())
                .post(link.button(button))
                .then()
                .statusCode(303);
    }

    private static JsonPath audit() {
        return as(Key.VIEWER).get("/api/v1/audit").jsonPath();
    }

    private static List<String> deeds() {
        List<Map<String, String>> entries = audit().getList("items");
        return entries.stream()
                .map(entry -> entry.get("by") + " " + entry.get("deed") + " " + entry.get("detail"))
                .toList();
    }
}
