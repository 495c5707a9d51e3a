package no.synkvakt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    static Stream<Arguments> waysToSave() {
        return Stream.of(
                Arguments.of("commas", HEADER.replace(';', ',') + GOOD.replace(';', ',')),
                Arguments.of("tabs", HEADER.replace(';', '\t') + GOOD.replace(';', '\t')),
                Arguments.of("a mark of UTF-8", "\uFEFF" + HEADER + GOOD),
                Arguments.of("Windows' line ends", (HEADER + GOOD).replace("\n", "\r\n")),
                Arguments.of("no end of the last line", (HEADER + GOOD).strip()),
                Arguments.of("quotes", HEADER + "\"a.example\";\"A\";nb;WIS;\"import-sas\";ikt@a.example\n"),
                Arguments.of("blanks", HEADER + " a.example ; A ;nb;WIS; import-sas ;ikt@a.example\n"),
                Arguments.of("empty lines", HEADER + "\n" + GOOD + "\n;;;;;\n\n"),
                Arguments.of(
                        "another order",
                        "name;contacts;steps;sis;language;id\n" + "A;ikt@a.example;import-sas;WIS;nb;a.example\n"),
                Arguments.of("capitals in the header", HEADER.toUpperCase(Locale.ROOT) + GOOD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToSave")
    void howeverItIsSaved(String way, String table) {
        assertThat(put(table)).isEqualTo(Map.of("created", 1, "replaced", 0));
        assertThat(municipality("a.example")).containsEntry("name", "A").containsEntry("steps", List.of("import-sas"));
    }

    @Test
    void whatStandsInQuotesMayHoldSeparatorsQuotesAndLineEnds() {
        ProblemAnswer problem = refused(HEADER
                + "a.example;\"A; or \"\"B\"\"\";nb;WIS;import-sas;ikt@a.example\n"
                + "b.example;\"two\nlines\";nb;WIS;import-sas;ikt@b.example\n"
                + "c.example;C;nb;PAPER;import-sas;ikt@c.example\n");

        assertThat(problem.fields()).containsExactly("line 3, column 2 (name)", "line 5, column 4 (sis)");
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
    void twoExpectationsOfOneStepAreRefused() {
        ProblemAnswer problem =
                refused(HEADER.strip() + ";expected\n" + GOOD.strip() + ";import-sas=PT1H|import-sas=PT2H\n");

        assertThat(problem.error().value()).isEqualTo("PT1H|PT2H");
    }

    @Test
    void aColumnThatIsNotKnownOrThereTwiceIsNamed() {
        ProblemAnswer problem = refused("id;name;Navn;id\na.example;A;A;a.example\n");

        assertThat(problem.fields()).containsExactly("line 1, column 3 (Navn)", "line 1, column 4 (id)");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsNamed() {
        ProblemAnswer problem = refused(HEADER + GOOD.strip() + ";more\n");

        assertThat(problem.fields()).containsExactly("line 2, column 7 (no name)");
    }

    @Test
    void whatIsNotUtf8IsRefused_andItSaysHowToSaveIt() {
        byte[] latin1 = (HEADER + GOOD.replace(";A;", ";Ål;")).getBytes(Charset.forName("windows-1252"));

        assertThat(refused(latin1).errors().get(0).accepted()).contains("CSV UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", ";;\n"})
    void aTableWithoutAHeaderIsRefused(String nothing) {
        assertThat(refused(nothing).errors().get(0).accepted()).contains("a table whose first line names its columns");
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
        return refused(table.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemAnswer refused(byte[] table) {
        return ProblemAnswer.of(sent(table).then().statusCode(422).extract().response());
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
