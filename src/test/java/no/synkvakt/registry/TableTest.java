package no.synkvakt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.Test;

/** Municipalities can be put as a spreadsheet saves them: all or none, errors by line and column. */
@QuarkusTest
class TableTest extends FlowTest {

    private static final String HEADER = "id;name;language;sis;steps;contacts\n";
    private static final String GOOD = "a.example;A;nb;WIS;import-sas;ikt@a.example\n";

    @Test
    void whatATableSaysOfAMunicipalityIsWhatItsJsonWouldSay() {
        assertThat(put(MunicipalityTable.EXAMPLE)).isEqualTo(Map.of("created", 1, "replaced", 0));

        assertThat(municipality("lillestrom.kommune.no"))
                .isEqualTo(JsonPath.from("""
                        {"id":"lillestrom.kommune.no","name":"Lillestrøm","number":"3205","language":"nb","sis":"VISMA_FLYT",
                        "steps":["import-visma-flyt","synchronization","export-ad"],
                        "contacts":[{"email":"ikt@lillestrom.example","name":"IKT-vakta"},
                            {"email":"drift@lillestrom.example","name":null}],
                        "schedule":{"cron":"0 2 * * *","zone":"Europe/Oslo"},"expected":{"export-ad":"PT2H"},
                        "tasks":{"export-ad":["eFeide Import AD skole"]},"clientServer":null,"domainController":null,
                        "notify":false}""").getMap(""));
    }

    @Test
    void oneThatIsWrongKeepsAllOut_andIsNamedByLineAndColumn() {
        ProblemAnswer problem = refused(HEADER.strip() + ";expected;notify;cron;zone\n"
                + GOOD
                + "b.example;B;nb;WIS;import-sas|no-such-step;ikt@b.example|nobody;import-sas=PT0S;perhaps;0 2 * * *;Mars\n"
                + "a.example;A;nb;WIS;import-sas;ikt@a.example;import-sas\n"
                + ";;nb\n");

        assertThat(problem.fields())
                .containsExactly(
                        "line 3, column 8 (notify)",
                        "line 4, column 7 (expected.import-sas)",
                        "line 5, column 6 (contacts)",
                        "line 5, column 1 (id)",
                        "line 5, column 2 (name)",
                        "line 5, column 4 (sis)",
                        "line 5, column 5 (steps)");
        assertThat(new Stored(database).values("select id from municipality")).isEmpty();
    }

    @Test
    void aTableWithAHeaderAloneCreatesNobody() {
        assertThat(put(HEADER)).isEqualTo(Map.of("created", 0, "replaced", 0));
    }

    private Map<String, Object> put(String table) {
        return sent(table.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    private ProblemAnswer refused(String table) {
        return ProblemAnswer.of(sent(table.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .extract()
                .response());
    }

    private Response sent(byte[] table) {
        return as(Key.OPERATOR)
                .contentType("text/csv; charset=utf-8")
                .body(table)
                .put("/api/v1/municipalities");
    }

    private Map<String, Object> municipality(String id) {
        return operator()
                .get("/api/v1/municipalities/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }
}
