package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.ProblemAnswer.FieldAtFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Municipalities are put, got and replaced, and read back as they were put. */
@QuarkusTest
class MunicipalitiesTest extends FlowTest {

    private static final String ALL = "/api/v1/municipalities";
    private static final String ONE = ALL + "/lillestrom.kommune.no";

    /** To the letter as the contract has it. */
    private static final String EXAMPLE = """
            { "name": "Lillestrøm", "number": "3205", "language": "nb", "sis": "VISMA_FLYT",
              "steps": ["import-visma-flyt", "import-flyvo", "synchronization", "export-ad", "import-ad", "export-lms", "export-365"],
              "contacts": [ { "email": "ikt@lillestrom.example", "name": "IKT-vakta" } ],
              "schedule": { "cron": "0 2 * * *", "zone": "Europe/Oslo" },
              "expected": { "import-flyvo": "PT2H" }, "tasks": { "export-ad": ["eFeide Import AD skole"] },
              "clientServer": "ADM-SRV-07", "domainController": "DC01", "notify": true }""";

    @Test
    void theContractsExampleIsCreated_andReadBackFieldByField() {
        put(ONE, EXAMPLE).then().statusCode(201);
        Map<String, Object> expected = new HashMap<>(JsonPath.from(EXAMPLE).getMap(""));
        expected.put("id", "lillestrom.kommune.no");
        assertThat(get(ONE).getMap("")).isEqualTo(expected);
    }

    @Test
    void whatWasReadCanBePutBack() {
        put(ONE, EXAMPLE).then().statusCode(201);
        String read = as(Key.VIEWER).get(ONE).asString();
        put(ONE, read).then().statusCode(200);
        assertThat(as(Key.VIEWER).get(ONE).asString()).isEqualTo(read);
    }

    @Test
    void toPutAgainReplacesTheWhole() {
        put(ONE, EXAMPLE).then().statusCode(201);
        MunicipalityFixture other = owner("lillestrom.kommune.no", "Lillestrøm kommune", "WIS");
        operator().body(other.json()).put(ONE).then().statusCode(200);
        Map<String, Object> read = get(ONE).getMap("");
        assertThat(read).containsEntry("name", "Lillestrøm kommune").containsEntry("sis", "WIS");
        assertThat(read).containsEntry("schedule", null).containsEntry("clientServer", null);
        assertThat(get(ONE).getMap("tasks")).isEmpty();
    }

    @Test
    void whatIsOptionalHasItsDefault() {
        operator().body(owner("x.example", "X", "WIS").json()).put(ALL + "/x.example");
        Map<String, Object> read = get(ALL + "/x.example").getMap("");
        assertThat(read).containsEntry("notify", true).containsEntry("expected", Map.of());
        assertThat(read).containsEntry("tasks", Map.of()).containsEntry("number", null);
        MunicipalityFixture scheduled = owner("x.example", "X", "WIS").with("schedule", Map.of("cron", "0 2 * * *"));
        operator().body(scheduled.json()).put(ALL + "/x.example").then().statusCode(200);
        assertThat(get(ALL + "/x.example").getString("schedule.zone")).isEqualTo("Europe/Oslo");
    }

    @Test
    void stepsAreTakenByIdOrLabelInAnyCase_andShownById() {
        MunicipalityFixture named = owner("x.example", "X", "VISMA_FLYT")
                .with(
                        "steps",
                        List.of("IMPORT visma FLYT", "Import FlyVo", "Syncronization", "EXPORT-AD", "export 365"))
                .with("expected", Map.of("import flyvo", "PT3H"))
                .with("tasks", Map.of("Export AD", List.of("Nattjobb")));
        operator().body(named.json()).put(ALL + "/x.example").then().statusCode(201);
        JsonPath read = get(ALL + "/x.example");
        assertThat(read.getList("steps"))
                .isEqualTo(List.of("import-visma-flyt", "import-flyvo", "synchronization", "export-ad", "export-365"));
        assertThat(read.getMap("expected")).isEqualTo(Map.of("import-flyvo", "PT3H"));
        assertThat(read.getMap("tasks")).isEqualTo(Map.of("export-ad", List.of("Nattjobb")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guovdageaidnu - Kautokeino",
                "Unjárga - Nesseby",
                "Kárášjohka - Karasjok",
                "Deatnu - Tana",
                "Aarborte - Hattfjelldal",
                "Snåase - Snåsa",
                "Loabák - Lavangen",
                "Øystre Slidre",
                "ŽčđŋšŧǥǧǩɅ"
            })
    void namesWithNorwegianAndSamiLettersArriveWhole(String name) {
        MunicipalityFixture sami = owner("x.example", name, "WIS");
        operator().body(sami.json()).put(ALL + "/x.example").then().statusCode(201);
        assertThat(get(ALL + "/x.example").getString("name")).isEqualTo(name);
        assertThat(as(Key.VIEWER).queryParam("q", name).get(ALL).jsonPath().getList("items.name"))
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a.b-c.9", "x..y", "oslo.kommune.no"})
    void idsOfTheContractsFormAreTaken(String id) {
        MunicipalityFixture named = owner(id, "X", "WIS").withContacts("ikt@x.example");
        operator().body(named.json()).put(ALL + "/" + id).then().statusCode(201);
        assertThat(get(ALL + "/" + id).getString("id")).isEqualTo(id);
    }

    @Test
    void anIdHasUpTo63Characters() {
        String longest = "a".repeat(63);
        operator()
                .body(owner("x.example", "X", "WIS").json())
                .put(ALL + "/" + longest)
                .then()
                .statusCode(201);
        assertThat(get(ALL).getList("items.id")).containsExactly(longest);
    }

    @Test
    void oneThatIsNotThereIs404() {
        for (Response answer : List.of(
                as(Key.VIEWER).get(ALL + "/nobody.example"),
                as(Key.VIEWER).get(ALL + "/nobody.example/status"),
                operator().delete(ALL + "/nobody.example"),
                operator().get(ALL + "/nobody.example/ping-key"),
                operator().post(ALL + "/nobody.example/ping-key"),
                operator().post(ALL + "/nobody.example/test-mail"))) {
            ProblemAnswer problem = ProblemAnswer.of(answer);
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.detail()).isEqualTo("There is no municipality with the id nobody.example.");
            assertThat(problem.error())
                    .isEqualTo(
                            new FieldAtFault("id", "nobody.example", "the id of a municipality that Synkvakt knows"));
        }
    }

    private static Response put(String path, String body) {
        return operator().body(body.getBytes(StandardCharsets.UTF_8)).put(path);
    }

    private static JsonPath get(String path) {
        return as(Key.VIEWER).get(path).then().statusCode(200).extract().jsonPath();
    }
}
