package no.synkvakt.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.synkvakt.municipality.Step.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps there are, letter for letter, by what names they are found, and how a file with others is refused. */
class StepCatalogueTest {

    private static final StepCatalogue SHIPPED = new StepCatalogueProducer().catalogue(Optional.empty());

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "import-sas-isi,        Import SAS ISI,        IMPORT,   PT1H",
        "import-sas,            Import SAS,            IMPORT,   PT2H",
        "import-visma-inschool, ImportVismaInschool,   IMPORT,   PT1H",
        "import-visma-flyt,     Import Visma Flyt,     IMPORT,   PT1H",
        "import-samaccountname, Import samAccountName, IMPORT,   PT2H",
        "import-flyvo,          Import FlyVo,          IMPORT,   PT2H",
        "synchronization,       Syncronization,        COMPARE,  PT45M",
        "export-ad,             Export AD,             EXPORT,   PT1H",
        "import-ad,             Import AD,             FEEDBACK, PT1H",
        "export-lms,            Export LMS,            EXPORT,   PT2H",
        "export-365,            Export 365,            EXPORT,   PT2H",
        "export-azure,          Export Azure,          EXPORT,   PT2H",
    })
    void eachStepOfTheTableIsThere(String id, String label, Direction direction, Duration expected) {
        assertThat(SHIPPED.find(id)).contains(new Step(id, label, direction, expected));
        assertThat(SHIPPED.labelOf(id)).isEqualTo(label);
    }

    @Test
    void thereIsNoOtherStep() {
        assertThat(SHIPPED.steps()).hasSize(12);
        assertThat(SHIPPED.ids())
                .isEqualTo("import-sas-isi, import-sas, import-visma-inschool, import-visma-flyt,"
                        + " import-samaccountname, import-flyvo, synchronization, export-ad, import-ad, export-lms,"
                        + " export-365, export-azure");
    }

    static Stream<Step> shipped() {
        return SHIPPED.steps().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aStepIsFoundByItsIdAndByItsLabel_inAnyCase(Step step) {
        for (String name : List.of(step.id(), step.label())) {
            assertThat(SHIPPED.find(name)).contains(step);
            assertThat(SHIPPED.find(name.toUpperCase(Locale.ROOT))).contains(step);
            assertThat(SHIPPED.find(name.toLowerCase(Locale.ROOT))).contains(step);
            assertThat(SHIPPED.find(" " + name + " ")).contains(step);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "import", "Import Fly Vo", "Synchronisation", "import_flyvo", "import-flyvo\u0000"})
    void nothingElseNamesAStep(String name) {
        assertThat(SHIPPED.find(name)).isEmpty();
    }

    @Test
    void whereTheDefaultLanguageIsTurkish_namesAreFoundAllTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SHIPPED.find("IMPORT FLYVO")).map(Step::id).contains("import-flyvo");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aStepThatIsNoLongerThere_isLabelledByItsId() {
        assertThat(SHIPPED.labelOf("import-of-yore")).isEqualTo("import-of-yore");
    }

    @Test
    void anOperatorsFileReplacesTheCatalogueWhole() throws Exception {
        StepCatalogue own = read("- { id: export-sky, label: Export Sky, direction: EXPORT, expected: PT3H }\n");

        assertThat(own.steps())
                .containsExactly(new Step("export-sky", "Export Sky", Direction.EXPORT, Duration.ofHours(3)));
        assertThat(own.find("import-flyvo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            label: B, direction: IMPORT, expected: PT1H                              | , line 2: | id: missing; accepted: text
            id: B, label: B, direction: IMPORT, expected: PT1H                       | , line 2: | id 'B' is not of the form [a-z0-9][a-z0-9-]{0,62}
            id: b, label: B, direction: SIDEWAYS, expected: PT1H                     | , line 2: direction: | 'SIDEWAYS'; accepted: one of IMPORT, COMPARE, EXPORT, FEEDBACK
            id: b, label: B, direction: IMPORT                                       | , line 2: | expected: missing; accepted: an ISO 8601 duration such as PT45M
            id: b, label: B, direction: IMPORT, expected: an hour                    | , line 2: expected: | 'an hour'; accepted: an ISO 8601 duration such as PT45M
            id: b, label: B, direction: IMPORT, expected: PT0S                       | , line 2: | expected PT0S is not longer than nothing
            id: b, label: B, direction: IMPORT, expected: -PT1S                      | , line 2: | expected PT-1S is not longer than nothing
            id: b, label: " ", direction: IMPORT, expected: PT1H                     | , line 2: | label ' '; accepted: text of one line
            id: b, label: "B\\nC", direction: IMPORT, expected: PT1H                  | , line 2: | accepted: text of one line
            id: b, label: B, direction: IMPORT, expected: PT1H, colour: red          | , line 2: colour: | 'red'; accepted: no such field; one of direction, expected, id, label
            id: b, id: b, label: B, direction: IMPORT, expected: PT1H                | , line 2: | 'id' stands here twice
            id: a, label: B, direction: IMPORT, expected: PT1H                       | , line 2: | 'a' names both a and a
            id: b, label: a, direction: IMPORT, expected: PT1H                       | , line 2: | 'a' names both a and b
            """)
    void aBrokenFileIsRefused_byNameLineAndReason(String second, String where, String reason) {
        assertThatThrownBy(
                        () -> read("- { id: a, label: A, direction: IMPORT, expected: PT1H }\n- { " + second + " }\n"))
                .hasMessageStartingWith(directory.resolve("steps.yaml") + where)
                .hasMessageContaining(reason);
    }

    private StepCatalogue read(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("steps.yaml"), content);
        return new StepCatalogueProducer().catalogue(Optional.of(file));
    }
}
