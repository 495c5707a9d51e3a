package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.Test;

/** A municipality that is deleted leaves its stall closed without a mail, and no address anywhere. */
@QuarkusTest
class ForgettingTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String LILLESTROM = "/api/v1/municipalities/lillestrom.kommune.no";
    private static final MunicipalityFixture OTHER = owner("other.example", "Other", "WIS");

    @Test
    void itsStallIsClosed_whatWasNotSentIsCancelled_andNobodyIsMailed() {
        String stall = stalled();
        delete();
        assertThat(stall(stall).getString("state")).isEqualTo("RESOLVED");
        assertThat(stall(stall).getString("resolvedAt")).isEqualTo("2026-11-23T01:00:00Z");
        assertThat(stall(stall).getList("notices.state")).containsExactly("CANCELLED");
        holdPasses();
        assertThat(Mailbox.all()).isEmpty();
    }

    @Test
    void noAllClearFollowsAnAlarmThatWasSent() {
        String stall = stalled();
        holdPasses();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        delete();
        holdPasses();
        assertThat(Mailbox.all()).hasSize(1);
        assertThat(stall(stall).getList("notices.state")).containsExactly("SENT");
    }

    @Test
    void itsAddressesAreErasedEverywhere_alsoFromTheMailsThatWereSent() {
        stalled();
        operator().post(LILLESTROM + "/test-mail").then().statusCode(202);
        holdPasses();
        Stored stored = new Stored(database);
        assertThat(stored.placesOf(ADMIN)).contains("municipality.profile", "notice.recipient", "notice.message");
        delete();
        assertThat(stored.placesOf("ikt@")).isEmpty();
        assertThat(stored.placesOf("IKT-vakta")).isEmpty();
    }

    @Test
    void whatSmtpServersSaidOfAnAddressIsErasedToo() {
        stalled();
        sql("update notice set last_error = '550 no such user: ikt@lillestrom.example'");
        delete();
        assertThat(new Stored(database).placesOf(ADMIN)).isEmpty();
    }

    @Test
    void theMailOfANoticeIsGoneWithIt() {
        String stall = stalled();
        holdPasses();
        String notice = stall(stall).getString("notices[0].id");
        delete();
        ProblemAnswer problem = ProblemAnswer.of(as(Key.VIEWER)
                .accept("message/rfc822, application/json")
                .get("/api/v1/stalls/" + stall + "/notices/" + notice));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.detail()).isEqualTo("The mail was erased with its municipality.");
    }

    @Test
    void itsEventsCyclesAndPingKeyAreGone_andOthersKeepTheirs() {
        stalled();
        watched(OTHER);
        engineOf(OTHER).startsCycle();
        delete();
        Stored stored = new Stored(database);
        assertThat(stored.values("select municipality from event")).containsExactly("other.example");
        assertThat(stored.values("select municipality from cycle")).containsExactly("other.example");
        assertThat(statusOf(OTHER).state()).isEqualTo("RUNNING");
        assertThat(stored.placesOf("ikt@other.example")).containsExactly("municipality.profile");
    }

    @Test
    void itIsGoneThen_andCanComeAnew() {
        stalled();
        delete();
        assertThat(ProblemAnswer.of(as(Key.VIEWER).get(LILLESTROM)).status()).isEqualTo(404);
        assertThat(ProblemAnswer.of(operator().delete(LILLESTROM)).status()).isEqualTo(404);
        watched(lillestrom());
        assertThat(statusOf(lillestrom()).state()).isEqualTo("NEVER_SEEN");
    }

    private String stalled() {
        watched(lillestrom());
        engineOf(lillestrom()).fails("import-flyvo", "no contact");
        return statusOf(lillestrom()).stallId().orElseThrow();
    }

    private static void delete() {
        assertThat(operator()
                        .delete(LILLESTROM)
                        .then()
                        .statusCode(204)
                        .extract()
                        .asString())
                .isEmpty();
    }

    private static JsonPath stall(String id) {
        return as(Key.VIEWER)
                .get("/api/v1/stalls/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
