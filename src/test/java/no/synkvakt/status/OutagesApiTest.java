package no.synkvakt.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outages through the API: which last, whom they affect, what support was mailed. */
@QuarkusTest
class OutagesApiTest extends OutageFlow {

    private static final String OUTAGES = "/api/v1/outages";

    @Test
    void anOutageHasItsOwners_howEachStands_andTheMailsToSupport() {
        List<MunicipalityFixture> owners = outageOf(3);
        recovers(owners.subList(0, 1));
        deleted(owners.get(1));
        JsonPath outage = get("/" + outage());
        assertThat(outage.getMap(""))
                .containsOnlyKeys(
                        "id", "step", "label", "sis", "since", "formedAt", "overAt", "state", "stalls", "notices")
                .containsEntry("step", "import-visma-flyt")
                .containsEntry("label", "Import Visma Flyt")
                .containsEntry("sis", "VISMA_FLYT")
                .containsEntry("overAt", null)
                .containsEntry("state", "OPEN");
        assertThat(outage.getMap("stalls[0]"))
                .containsOnlyKeys("id", "municipality", "name", "state", "verdict", "since", "resolvedAt");
        assertThat(outage.getString(stall("flyt-1", "name"))).isEqualTo("Flytby 1");
        assertThat(outage.getString(stall("flyt-1", "state"))).isEqualTo("RESOLVED");
        assertThat(outage.getString(stall("flyt-1", "resolvedAt")))
                .isEqualTo(clock.instant().toString());
        assertThat(outage.getString(stall("flyt-2", "name"))).isEqualTo("flyt-2.example");
        assertThat(outage.getString(stall("flyt-3", "verdict"))).isEqualTo("FAILED");
        assertThat(outage.getList("notices.kind")).isEqualTo(List.of("OUTAGE"));
        assertThat(outage.getMap("notices[0]"))
                .containsEntry("to", SUPPORT)
                .containsEntry("state", "SENT")
                .containsKeys("sentAt", "messageId");
    }

    @Test
    void itsMailIsThereToTheByte() {
        outageOf(3);
        String notice = get("/" + outage()).getString("notices[0].id");
        byte[] mail = as(Key.VIEWER)
                .get(OUTAGES + "/" + outage() + "/notices/" + notice)
                .then()
                .statusCode(200)
                .contentType("message/rfc822")
                .extract()
                .asByteArray();
        assertThat(new String(mail, StandardCharsets.US_ASCII)).contains("X-Synkvakt-Kind: OUTAGE", "/outages/");
    }

    @Test
    void aMailThatIsNotWrittenYet_orIsOfSomethingElse_is404() {
        importFails(3);
        tick();
        String notice = get("/" + outage()).getString("notices[0].id");
        assertThat(problem("/" + outage() + "/notices/" + notice).detail()).contains("not been written yet");
        String toAdmin =
                queried("select id from notice where stall is not null").get(0);
        assertThat(problem("/" + outage() + "/notices/" + toAdmin).detail()).contains("has no notice with the id");
        assertThat(problem("/" + outage() + "/notices/nonsense").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "4e1d8c3a-0000-4000-8000-000000000000"})
    void anUnknownOneIs404(String id) {
        for (String path : List.of("/" + id, "/" + id + "/notices/" + UUID.randomUUID())) {
            assertThat(problem(path).status()).isEqualTo(404);
            assertThat(problem(path).error().field()).isEqualTo("id");
            assertThat(problem(path).error().value()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 2", "?state=open, 1", "?state=over, 1", "?state=, 2", "?size=1, 2", "?page=1&size=1, 2"})
    void theListIsNewestFirst_inPages_ofAllOrOfOneState(String query, int total) {
        recovers(outageOf(3));
        reported(flyts(3), "cycle.completed", null);
        tick();
        pass(Duration.ofDays(1));
        flyts(3).forEach(owner -> engineOf(owner).inCycle("2026-11-24").fails(IMPORT, "no answer"));
        tick();
        JsonPath list = get(query);
        assertThat(list.getMap("")).containsOnlyKeys("items", "page", "size", "total");
        assertThat(list.getInt("total")).isEqualTo(total);
        assertThat(list.getString("items[0].state"))
                .isEqualTo(query.equals("?state=over") || query.startsWith("?page=1") ? "OVER" : "OPEN");
        assertThat(list.getMap("items[0]"))
                .isEqualTo(get("/" + list.getString("items[0].id")).getMap(""));
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThat(problem("?state=OPEN").status()).isEqualTo(422);
        assertThat(problem("?state=OPEN").error().accepted()).isEqualTo("open, over, or nothing for all");
        assertThat(problem("?size=201").status()).isEqualTo(422);
    }

    private static String stall(String owner, String field) {
        return "stalls.find { it.municipality == '" + owner + ".example' }." + field;
    }

    private static JsonPath get(String path) {
        return as(Key.VIEWER)
                .urlEncodingEnabled(false)
                .get(OUTAGES + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ProblemAnswer problem(String path) {
        return ProblemAnswer.of(as(Key.VIEWER).urlEncodingEnabled(false).get(OUTAGES + path));
    }
}
