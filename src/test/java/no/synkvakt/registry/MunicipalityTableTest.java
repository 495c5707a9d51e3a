package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.synkvakt.base.FieldError;
import no.synkvakt.base.Problem;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of municipalities is read however a spreadsheet saves it; what is wrong is named by line and column. */
class MunicipalityTableTest {

    private static final String HEADER = "id;name;language;sis;steps;contacts\n";
    private static final String GOOD = "a.example;A;nb;WIS;import-sas;ikt@a.example\n";

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
        assertThat(MunicipalityReaders.table(table.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        Shipped.municipality(owner("a.example", "A", "WIS").withChain("import-sas")));
    }

    @Test
    void whatStandsInQuotesMayHoldSeparatorsQuotesAndLineEnds() {
        Problem problem = refused(HEADER
                + "a.example;\"A; or \"\"B\"\"\";nb;WIS;import-sas;ikt@a.example\n"
                + "b.example;\"two\nlines\";nb;WIS;import-sas;ikt@b.example\n"
                + "c.example;C;nb;PAPER;import-sas;ikt@c.example\n");

        assertThat(fields(problem)).containsExactly("line 3, column 2 (name)", "line 5, column 4 (sis)");
    }

    @Test
    void twoExpectationsOfOneStepAreRefused() {
        Problem problem = refused(HEADER.strip() + ";expected\n" + GOOD.strip() + ";import-sas=PT1H|import-sas=PT2H\n");

        assertThat(problem.errors().get(0).value()).isEqualTo("PT1H|PT2H");
    }

    @Test
    void aColumnThatIsNotKnownOrThereTwiceIsNamed() {
        Problem problem = refused("id;name;Navn;id\na.example;A;A;a.example\n");

        assertThat(fields(problem)).containsExactly("line 1, column 3 (Navn)", "line 1, column 4 (id)");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsNamed() {
        Problem problem = refused(HEADER + GOOD.strip() + ";more\n");

        assertThat(fields(problem)).containsExactly("line 2, column 7 (no name)");
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

    private static Problem refused(String table) {
        return refused(table.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refused(byte[] table) {
        Problem problem = MunicipalityReaders.refusalOfTable(table);
        assertThat(problem.status()).isEqualTo(422);
        return problem;
    }

    private static List<String> fields(Problem problem) {
        return problem.errors().stream().map(FieldError::field).toList();
    }
}
