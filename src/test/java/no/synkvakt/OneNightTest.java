package no.synkvakt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.TableOfSteps.Row;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.Mailbox;
import org.junit.jupiter.api.Test;

/**
 * One night of cycles for every school owner of the country. Thirty of them stand still, two at each line of the table; what
 * is made of each is held against the table.
 */
@QuarkusTest
class OneNightTest extends FlowTest {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration LONGEST_EXPECTED = Duration.ofHours(2);
    private static final String SUPPORT = "support@vendor.example";
    private static final Map<String, String> NOTHING_ASKED = Map.of(
            "nb",
            "Du trenger ikke å gjøre noe.",
            "nn",
            "Du treng ikkje gjere noko.",
            "en",
            "You do not need to do anything.");
    private static final Map<String, String> TYPICALLY =
            Map.of("nb", "med et navn som ligner på", "nn", "med eit namn som liknar på", "en", "named something like");

    private final SchoolOwners owners = SchoolOwners.ofNorway();
    private final Map<SchoolOwners.Owner, Row> stalled = chosen(owners);

    @Test
    void thirtyCyclesStandStill_eachIsToldAsTheTableHasIt_andEachGetsItsAllClear() {
        assertThat(owners.all()).hasSize(372);
        assertThat(stalled).hasSize(30);
        assertThat(stalled.keySet()).anyMatch(SchoolOwners.Owner::hasSamiName);
        operator()
                .body(Json.bytes(owners.all().stream()
                        .map(owner -> owner.fixture().jsonWithId())
                        .toList()))
                .put("/api/v1/municipalities")
                .then()
                .statusCode(200);

        playTheNight();
        assertThat(total("OK")).isEqualTo(372 - 30);
        assertThat(total("STALLED")).isEqualTo(30);
        holdPasses();
        stalled.forEach(this::assertToldAsTheTableHasIt);
        long escalated =
                stalled.values().stream().filter(row -> !row.selfService()).count();
        assertThat(mailsTo(SUPPORT)).hasSize((int) escalated);
        assertThat(Mailbox.all()).as("nobody else is mailed").hasSize(30 + (int) escalated);

        Mailbox.empty();
        stalled.forEach((owner, row) -> engineOf(owner.fixture()).completesCycle());
        send();
        assertThat(total("OK")).isEqualTo(372);
        stalled.keySet().forEach(owner -> assertThat(mailsTo(owner.admin()))
                .as(owner.name())
                .singleElement()
                .satisfies(mail -> assertThat(mail.kind()).isEqualTo("RESOLVED"))
                .satisfies(mail -> assertThat(mail.subject()).contains(owner.name())));
        assertThat(Mailbox.all()).hasSize(30 + (int) escalated);
    }

    /** Each row gets the next owner that it can happen to, and that nothing happens to yet. */
    private static Map<SchoolOwners.Owner, Row> chosen(SchoolOwners owners) {
        Map<SchoolOwners.Owner, Row> chosen = new LinkedHashMap<>();
        for (Row row : TableOfSteps.rows()) {
            owners.all().stream()
                    .filter(owner -> row.isFor(owner) && !chosen.containsKey(owner))
                    .findFirst()
                    .ifPresent(owner -> chosen.put(owner, row));
        }
        return chosen;
    }

    private void playTheNight() {
        report(owners.all().stream()
                .map(owner -> engineOf(owner.fixture()).event("cycle.started", null, Map.of()))
                .toList());
        for (int position = 0; position < 8; position++) {
            pass(STEP);
            report(eventsAt(position));
        }
        for (Duration passed = Duration.ZERO; passed.compareTo(LONGEST_EXPECTED) <= 0; passed = passed.plus(STEP)) {
            pass(STEP);
        }
    }

    private List<Map<String, Object>> eventsAt(int position) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (SchoolOwners.Owner owner : owners.all()) {
            if (position < owner.chain().size()) {
                events.addAll(eventsOf(owner, position));
            }
        }
        return events;
    }

    private List<Map<String, Object>> eventsOf(SchoolOwners.Owner owner, int position) {
        Engine engine = engineOf(owner.fixture());
        String step = owner.chain().get(position);
        Row row = stalled.get(owner);
        int standsAt = row == null ? Integer.MAX_VALUE : owner.chain().indexOf(row.step());
        if (position < standsAt) {
            return List.of(engine.event("step.completed", step, Map.of()));
        }
        if (position > standsAt || row == null) {
            return List.of();
        }
        return switch (row.verdict()) {
            case "FAILED" -> List.of(engine.event("step.failed", step, Map.of("message", "out of paper")));
            case "HELD" -> List.of(engine.event("step.held", step, Map.of()));
            case "OVERRUN" -> List.of(engine.event("step.started", step, Map.of()));
            default -> List.of();
        };
    }

    private static void report(List<Map<String, Object>> events) {
        if (!events.isEmpty()) {
            int accepted = as(Key.INGEST)
                    .header("Content-Type", "application/cloudevents-batch+json")
                    .body(Json.bytes(events))
                    .post("/api/v1/events")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("accepted");
            assertThat(accepted).isEqualTo(events.size());
        }
    }

    private void assertToldAsTheTableHasIt(SchoolOwners.Owner owner, Row row) {
        JsonPath stall = statusOf(owner.fixture()).json();
        assertThat(stall.getString("stall.step")).as(owner.name()).isEqualTo(row.step());
        assertThat(stall.getString("stall.verdict")).as(owner.name()).isEqualTo(row.verdict());
        assertThat(stall.getString("stall.state")).isEqualTo(row.selfService() ? "OPEN" : "ESCALATED");
        assertThat(stall.getString("stall.remedy.audience")).isEqualTo(row.selfService() ? "SELF_SERVICE" : "SUPPORT");
        assertThat(stall.getList("stall.remedy.tasks", String.class)).isEqualTo(row.tasks());
        assertThat(stall.getBoolean("stall.remedy.tasksExact")).isEqualTo(row.exact());
        assertThat(orNone(stall.getString("stall.remedy.where"))).isEqualTo(row.where());
        assertThat(String.valueOf(stall.getString("stall.remedy.link")).replace("null", ""))
                .isEqualTo(row.link());
        assertDetectedInTime(stall);
        assertThat(mailsTo(owner.admin())).as(owner.name()).hasSize(1);
        assertMailed(owner, row, mailsTo(owner.admin()).get(0));
        assertThat(mailsTo(SUPPORT).stream().filter(mail -> mail.subject().startsWith(owner.name() + ":")))
                .hasSize(row.selfService() ? 0 : 1);
    }

    private static void assertDetectedInTime(JsonPath stall) {
        Instant due = Instant.parse(stall.getString("stall.dueAt"));
        Instant detected = Instant.parse(stall.getString("stall.detectedAt"));
        assertThat(detected).isBefore(due.plus(STEP));
    }

    private static void assertMailed(SchoolOwners.Owner owner, Row row, Mail mail) {
        assertThat(mail.subject()).contains(owner.name(), row.label());
        for (String body : List.of(mail.text(), unescaped(mail.html()))) {
            assertThat(body).contains(owner.name(), row.label());
            assertThat(row.tasks()).allSatisfy(task -> assertThat(body).contains(task));
            assertThat(body.contains(String.valueOf(NOTHING_ASKED.get(owner.language()))))
                    .isEqualTo(!row.selfService());
            assertThat(body.contains(String.valueOf(TYPICALLY.get(owner.language()))))
                    .isEqualTo(!row.exact());
            assertThat(body).contains(row.link());
            assertThat(body.contains(owner.server())).isEqualTo(row.where().equals("CLIENT_SERVER"));
            assertThat(body.contains("DC-")).isEqualTo(row.where().equals("DOMAIN_CONTROLLER"));
        }
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    private static String orNone(String where) {
        return where == null ? "-" : where;
    }

    private static int total(String state) {
        return as(Key.VIEWER)
                .get("/api/v1/municipalities?size=1&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }
}
