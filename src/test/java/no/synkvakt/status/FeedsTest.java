package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which engines are heard, told over the API; and what happens to the owners of one that is taken out of service. */
@QuarkusTest
class FeedsTest extends FlowTest {

    private static final String OPERATOR = "drift@synkvakt.example";
    private static final String SOURCE = "/efeide/engine-1";

    private Engine engine;

    @BeforeEach
    void anEngineThatBeatsStartsACycle() {
        watched(lillestrom());
        engine = engineOf(lillestrom()).beats().startsCycle();
        tick();
    }

    private static JsonPath feeds() {
        return as(Key.VIEWER)
                .get("/api/v1/feeds")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response forget(String source) {
        return as(Key.OPERATOR).queryParam("source", source).delete("/api/v1/feeds");
    }

    private void fallsSilent() {
        clock.advance(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        send();
    }

    private List<String> kinds() {
        send();
        return mailsTo(OPERATOR).stream().map(Mail::kind).toList();
    }

    @Test
    void anEngineIsSeen_silent_andCatchesUp() {
        assertThat(feeds().getMap("items[0]"))
                .containsOnlyKeys("source", "seenAt", "state", "blindSince", "owners")
                .containsEntry("source", SOURCE)
                .containsEntry("state", "SEEN")
                .containsEntry("blindSince", null)
                .containsEntry("owners", 1);
        String seen = feeds().getString("items[0].seenAt");
        fallsSilent();
        assertThat(feeds().getMap("items[0]")).containsEntry("state", "SILENT").containsEntry("blindSince", seen);
        engine.beats();
        assertThat(feeds().getMap("items[0]"))
                .containsEntry("state", "CATCHING_UP")
                .containsEntry("blindSince", seen);
        pass(Duration.ofSeconds(30));
        assertThat(feeds().getString("items[0].state")).isEqualTo("SEEN");
    }

    @Test
    void thoseThatNeverBeatAreNotListed_andPagesAreAsEverywhere() {
        clock.advance(Duration.ofSeconds(1));
        var event = engine.event("step.completed", "Import Visma Flyt", Map.of());
        event.put("source", "/another/engine");
        Engine.send(event).statusCode(202);
        assertThat(feeds().getList("items.source")).isEqualTo(List.of(SOURCE));
        assertThat(feeds().getInt("items[0].owners")).isZero();
        JsonPath second = as(Key.VIEWER).get("/api/v1/feeds?page=1&size=1").jsonPath();
        assertThat(second.getMap(""))
                .containsEntry("page", 1)
                .containsEntry("size", 1)
                .containsEntry("total", 1);
        assertThat(second.getList("items")).isEmpty();
        assertThat(ProblemAnswer.of(as(Key.VIEWER).get("/api/v1/feeds?size=0")).fields())
                .containsExactly("size");
    }

    @Test
    void theOwnersOfAnEngineThatIsForgottenAreJudgedAgain_andTheOperatorIsTold() {
        fallsSilent();
        clock.advance(Duration.ofHours(1));
        assertThat(forget(SOURCE).statusCode()).isEqualTo(204);
        tick();
        assertThat(feeds().getList("items")).isEmpty();
        assertThat(statusOf(lillestrom()).state()).isEqualTo("STALLED");
        assertThat(kinds()).containsExactly("BLIND", "RESOLVED");
        assertThat(mailsTo(OPERATOR).get(1).subject()).isEqualTo("Synkvakt venter ikke lenger på /efeide/engine-1");
        assertThat(mailsTo(OPERATOR).get(1).text()).contains("Det var stille fra mandag 23. november kl. 02.00");
    }

    @Test
    void whereNobodyWasMailedNobodyIs() {
        clock.advance(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(5));
        assertThat(forget(SOURCE).statusCode()).isEqualTo(204);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aLaterHeartbeatMakesItKnownAnew_andSilentAgainAfterTheSameTime() {
        assertThat(forget(SOURCE).statusCode()).isEqualTo(204);
        engine.beats();
        assertThat(feeds().getList("items.source")).isEqualTo(List.of(SOURCE));
        fallsSilent();
        assertThat(statusOf(lillestrom()).state()).isEqualTo("UNKNOWN");
    }

    @Test
    void oneThatIsNotThereIs404_andNoneIs422() {
        ProblemAnswer unknown = ProblemAnswer.of(forget("/no/such"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.error().field()).isEqualTo("source");
        assertThat(unknown.error().value()).isEqualTo("/no/such");
        ProblemAnswer none = ProblemAnswer.of(as(Key.OPERATOR).delete("/api/v1/feeds"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.fields()).containsExactly("source");
    }

    @Test
    void aReaderForgetsNothing() {
        assertThat(ProblemAnswer.of(as(Key.VIEWER).queryParam("source", SOURCE).delete("/api/v1/feeds"))
                        .status())
                .isEqualTo(403);
        assertThat(feeds().getList("items")).hasSize(1);
    }
}
