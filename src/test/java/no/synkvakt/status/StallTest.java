package no.synkvakt.status;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.notice.MaskedMail;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One stall over HTTP: what it shows, its mails to the byte, and the acts on it. */
@QuarkusTest
class StallTest extends FlowTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private String id = NOBODY;

    @BeforeEach
    void importFlyVoStandsStill() {
        watched(lillestrom());
        engineOf(lillestrom()).completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        id = statusOf(lillestrom()).stallId().orElseThrow();
    }

    @Test
    void itShowsWhatTheContractShows() {
        holdPasses();
        JsonPath stall = get();
        Map<String, Object> shown = stall.getMap("");
        assertThat(shown)
                .containsEntry("municipality", "lillestrom.kommune.no")
                .containsEntry("cycle", "2026-11-23")
                .containsEntry("step", "import-flyvo")
                .containsEntry("verdict", "NOT_STARTED")
                .containsEntry("since", "2026-11-23T01:00:00Z")
                .containsEntry("dueAt", "2026-11-23T03:00:00Z")
                .containsEntry("detectedAt", "2026-11-23T03:00:00Z")
                .containsEntry("state", "OPEN")
                .containsEntry("resolvedAt", null)
                .containsEntry("outage", null);
        assertThat(stall.getMap("remedy"))
                .containsEntry("audience", "SELF_SERVICE")
                .containsEntry("playbook", "import-flyvo")
                .containsEntry("tasks", List.of("eFeide Export FlyVO", "eFeide synkronisering"))
                .containsEntry("tasksExact", true)
                .containsEntry("where", "CLIENT_SERVER")
                .containsEntry("link", null);
        assertThat(stall.getMap("notices[0]"))
                .containsEntry("kind", "STALL")
                .containsEntry("to", "ikt@lillestrom.example")
                .containsEntry("state", "SENT")
                .containsEntry("sentAt", "2026-11-23T03:01:00Z")
                .containsEntry("messageId", Mailbox.all().get(0).id());
    }

    @Test
    void aNoticesBytesAreThoseThatTheServerGot_butForItsLinksToken() {
        holdPasses();
        Response mail = mail("message/rfc822");
        assertThat(mail.statusCode()).isEqualTo(200);
        assertThat(mail.contentType()).startsWith("message/rfc822");
        Mail sent = Mailbox.all().get(0);
        Mail shown = Mail.of(mail.asByteArray());
        assertThat(shown.text()).isEqualTo(masked(sent.text())).isNotEqualTo(sent.text());
        assertThat(shown.html()).isEqualTo(masked(sent.html())).isNotEqualTo(sent.html());
        assertThat(text(mail.asByteArray())).isEqualTo(text(MaskedMail.of(sent.bytes())));
        assertThat(mail("*/*").asByteArray()).isEqualTo(mail.asByteArray());
    }

    @Test
    void aNoticeThatIsNotWrittenYetHasNoBytes() {
        ProblemAnswer problem = ProblemAnswer.of(mail("message/rfc822, application/json"));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.detail()).isEqualTo("The mail has not been written yet; the notice is PENDING.");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "x", "1-1-1-1-1"})
    void aNoticeThatIsNoneIs404_namedAsOne(String notice) {
        ProblemAnswer problem = ProblemAnswer.of(as(Key.VIEWER).get("/api/v1/stalls/" + id + "/notices/" + notice));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.error())
                .isEqualTo(new FieldAtFault("noticeId", notice, "the id of a notice of this stall that has been sent"));
    }

    @Test
    void aNoticeOfAnotherStallIsNoneOfThisOne() {
        MunicipalityFixture other = owner("other.example", "Other", "WIS");
        watched(other);
        engineOf(other).fails("import-sas", "out of paper");
        holdPasses();
        String notice = stallOf(other).text("notices[0].id");
        ProblemAnswer problem = ProblemAnswer.of(as(Key.VIEWER).get("/api/v1/stalls/" + id + "/notices/" + notice));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.error().field()).isEqualTo("noticeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "x", "'"})
    void aStallThatIsNoneIs404(String none) {
        String path = "/api/v1/stalls/" + none;
        for (Response answer : List.of(
                as(Key.VIEWER).get(path),
                as(Key.VIEWER).get(path + "/notices/" + NOBODY),
                operator().post(path + "/acknowledge"),
                operator().post(path + "/escalate"))) {
            ProblemAnswer problem = ProblemAnswer.of(answer);
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.error())
                    .isEqualTo(new FieldAtFault("id", none, "the id of a stall, as GET /api/v1/stalls lists them"));
        }
    }

    @Test
    void acknowledgeAnswersTheStall_withItsNoteAndNewDueTime() {
        JsonPath stall = act("acknowledge", "{ \"note\": \" I have run\\r\\nthe task \" }");
        assertThat(stall.getString("id")).isEqualTo(id);
        assertThat(stall.getString("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(stall.getString("dueAt")).isEqualTo("2026-11-23T05:00:00Z");
        assertThat(stall.getMap("acts[0]"))
                .containsEntry("side", "SUPPORT")
                .containsEntry("by", "operator")
                .containsEntry("at", "2026-11-23T03:00:00Z")
                .containsEntry("note", "I have run the task");
        assertThat(get().getMap("")).isEqualTo(stall.getMap(""));
    }

    @Test
    void escalateAnswersTheStall_andTwiceIsNothingNew() {
        JsonPath stall = act("escalate", "");
        assertThat(stall.getString("state")).isEqualTo("ESCALATED");
        assertThat(stall.getList("notices.kind", String.class))
                .containsExactlyInAnyOrder("STALL", "STALL", "ESCALATION");
        assertThat(act("escalate", "{}").getMap("")).isEqualTo(stall.getMap(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "escalate"})
    void aBodyMayBeLeftOut(String act) {
        for (String body : new String[] {"", "{}", "{\"note\": null}"}) {
            assertThat(act(act, body).getString("acts[0].note")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "escalate"})
    void onceResolvedItIs409(String act) {
        engineOf(lillestrom()).completes("import-flyvo");
        ProblemAnswer problem = ProblemAnswer.of(operator().post("/api/v1/stalls/" + id + "/" + act));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.title()).isEqualTo("Conflict");
        assertThat(problem.error()).isEqualTo(new FieldAtFault("state", "RESOLVED", "OPEN, ACKNOWLEDGED or ESCALATED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | (body)",
                "5 | (body)",
                "null | (body)",
                "\"x\" | (body)",
                "{\"note\": 5} | note",
                "{\"note\": [\"x\"]} | note",
                "{\"note\": {}} | note",
                "{\"remark\": \"x\"} | remark",
                "{\"note\": \"x\", \"by\": \"me\"} | by"
            })
    void aBodyThatIsWrongIsRefused_andNothingDone(String body, String field) {
        for (String act : new String[] {"acknowledge", "escalate"}) {
            ProblemAnswer problem = ProblemAnswer.of(operator().body(body).post("/api/v1/stalls/" + id + "/" + act));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.fields()).containsExactly(field);
        }
        assertThat(get().getString("state")).isEqualTo("OPEN");
        assertThat(get().getList("acts")).isEmpty();
    }

    @Test
    void aNoteHasUpTo2000Characters() {
        String longest = "x".repeat(2000);
        assertThat(act("acknowledge", "{\"note\": \"" + longest + "\"}").getString("acts[0].note"))
                .isEqualTo(longest);
        ProblemAnswer problem = ProblemAnswer.of(
                operator().body("{\"note\": \"" + longest + "x\"}").post("/api/v1/stalls/" + id + "/acknowledge"));
        assertThat(problem.error().accepted()).isEqualTo("text of at most 2000 characters");
    }

    /** One character for each byte; without the line break at the end, which belongs to SMTP. */
    private static String masked(String text) {
        return SignedLinks.TOKEN.matcher(text).replaceAll(token -> "*"
                .repeat(token.group().length()));
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private JsonPath act(String act, String body) {
        return operator()
                .body(body)
                .post("/api/v1/stalls/" + id + "/" + act)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response mail(String accept) {
        return as(Key.VIEWER)
                .header("Accept", accept)
                .get("/api/v1/stalls/" + id + "/notices/" + get().getString("notices[0].id"));
    }

    private JsonPath get() {
        return as(Key.VIEWER)
                .get("/api/v1/stalls/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
