package no.synkvakt.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.synkvakt.base.BrokenFileException;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.testing.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator's own playbook takes the place of the shipped one; a broken one is refused by file, line and reason. */
class BrokenPlaybookTest {

    private static final StepCatalogue CATALOGUE = Shipped.catalogue();

    /** What goes wrong in each test is one of these lines. */
    private static final String RIGHT = """
            - id: first
              match: { steps: [import-flyvo], sis: [WIS], verdicts: [HELD] }
              audience: SELF_SERVICE
              where: CLIENT_SERVER
              tasks: [a task]
              tasksExact: false
              link: https://vendor.example/article
              actions: { nb: ["Kjør {tasks}."], nn: ["Køyr {tasks}."], en: ["Run {tasks}."] }
              note: { nb: Vent., nn: Vent., en: Wait. }
            - id: second
              match: { steps: [export-ad] }
              audience: SUPPORT
              supportHint: { nb: "Se på {server}.", nn: "Sjå på {server}.", en: "Look at {server}." }
            """;

    @TempDir
    Path directory;

    @Test
    void anOperatorsOwnIsReadInPlaceOfTheShippedOne() {
        Playbook own = read(RIGHT);

        assertThat(own.size()).isEqualTo(2);
        PlaybookEntry first = own.entry("first").orElseThrow();
        assertThat(first.tasksExact()).isFalse();
        assertThat(first.link()).isEqualTo("https://vendor.example/article");
        assertThat(first.note()).isEqualTo(new Text("Vent.", "Vent.", "Wait."));
        assertThat(first.actions())
                .extracting(actions -> actions.in(Language.NN))
                .asString()
                .contains("Køyr");
        assertThat(own.entry("second").orElseThrow().supportHint())
                .extracting(hint -> hint.in(Language.EN))
                .isEqualTo("Look at {server}.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tasksExact: false | exact: false | 6 | exact: 'false'; accepted: no such field; one of actions, audience, id, link, match, note, supportHint, tasks, tasksExact, where
            - id: first                | - where: CLIENT_SERVER    | 4  | 'where' stands here twice
            - id: first                | - id: First               | 1  | id 'First' is not of the form [a-z0-9][a-z0-9-]{0,62}
            - id: first                | - id:                     | 1  | id: missing; accepted: text
            - id: first                | - id: [first              | 2  | expected ',' or ']', but got
            - id: second               | - id: first               | 10 | a second entry has the id 'first'
            steps: [import-flyvo]      | steps: [import-flywo]     | 1  | entry 'first' names the step 'import-flywo'; accepted: import-sas-isi, import-sas,
            steps: [import-flyvo]      | steps: [Import FlyVo]     | 1  | entry 'first' names the step 'Import FlyVo'; accepted: import-sas-isi,
            steps: [import-flyvo]      | chain: [import-flywo]     | 1  | entry 'first' names the step 'import-flywo'; accepted: import-sas-isi,
            steps: [import-flyvo]      | steps: import-flyvo       | 2  | match.steps: 'import-flyvo'; accepted: an array
            steps: [import-flyvo]      | step: [import-flyvo]      | 2  | match.step: '["import-flyvo"]'; accepted: no such field; one of chain, sis, steps, verdicts
            sis: [WIS]                 | sis: [Wis]                | 2  | match.sis[0]: 'Wis'; accepted: one of WIS, IST_LOCAL, IST_HOSTED, ISKOLE, VISMA_INSCHOOL, VISMA_FLYT
            verdicts: [HELD]           | verdicts: [LATE]          | 2  | match.verdicts[0]: 'LATE'; accepted: one of NOT_STARTED, OVERRUN, FAILED, HELD, MISSED
            audience: SELF_SERVICE     | audience: ADMIN           | 3  | audience: 'ADMIN'; accepted: one of SELF_SERVICE, SUPPORT
            audience: SELF_SERVICE     |                           | 1  | audience: missing; accepted: one of SELF_SERVICE, SUPPORT
            audience: SELF_SERVICE     | audience: SUPPORT         | 1  | tasks, where and actions; accepted only with audience SELF_SERVICE
            audience: SUPPORT          | audience: SELF_SERVICE    | 10 | actions are missing; accepted: what the admin does, in nb, nn and en
            where: CLIENT_SERVER       | where: SERVER             | 4  | where: 'SERVER'; accepted: one of CLIENT_SERVER, DOMAIN_CONTROLLER
            tasks: [a task]            | tasks: a task             | 5  | tasks: 'a task'; accepted: an array
            tasks: [a task]            | tasks: ["a\\ntask"]       | 1  | tasks; accepted: text of one line without control characters
            tasks: [a task]            | tasks: [~]                | 1  | a value is empty
            tasks: [a task]            | tasks: [" "]              | 1  | tasks; accepted: text of one line without control characters
            tasksExact: false          | tasksExact: no            | 6  | tasksExact: 'no'; accepted: true or false
            https://vendor.example     | javascript:alert(1)//     | 1  | accepted: an https or http address
            https://vendor.example     | https:// vendor           | 1  | accepted: an https or http address
            nn: ["Køyr {tasks}."],       |                           | 8  | actions.nn: missing; accepted: an array
            nn: ["Køyr {tasks}."],       | nn: [],                   | 8  | actions: nb has 1, nn 0 and en 1 texts; accepted: as many in each, at least one
            nn: ["Køyr {tasks}."],       | nn: ["Køyr {task}."],       | 8  | {task}; accepted: {server}, {tasks}
            nn: ["Køyr {tasks}."],       | nn: ["Køyr {tasks"],      | 8  | {tasks; accepted: {server}, {tasks}
            nn: ["Køyr {tasks}."],       | nn: [" "],                | 8  | ' '; accepted: text of one line without control characters
            nn: ["Køyr {tasks}."],       | nn: ["a\\nb"],            | 8  | accepted: text of one line without control characters
            nn: ["Køyr {tasks}."],       | nn: [~],                  | 8  | accepted: text of one line without control characters
            { nb: ["Kjør {tasks}."], nn: ["Køyr {tasks}."], en: ["Run {tasks}."] } | { nb: [], nn: [], en: [] } | 8 | actions: nb has 0, nn 0 and en 0 texts; accepted: as many in each, at least one
            nn: Vent.,                 |                           | 9  | note.nn: missing; accepted: text
            nn: Vent., | nn: Vent., se: Vent., | 9  | note.se: 'Vent.'; accepted: no such field; one of en, nb, nn
            nn: Vent.,                 | nn: "",                   | 9  | note: ''; accepted: text of one line without control characters
            nn: "Sjå på {server}."     | nn: "Sjå på {Server}."    | 13 | supportHint: {Server}; accepted: {server}, {tasks}
            steps: [export-ad]         | steps: [import-flyvo, export-ad], sis: [WIS], verdicts: [HELD] | 10 | entries 'first' and 'second' match the same situation, and neither names more than the other
            """)
    void aBrokenOneIsRefused(String right, @Nullable String wrong, int line, String reason) {
        assertThat(RIGHT).contains(right);
        String content = RIGHT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));

        assertThatThrownBy(() -> read(content))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(directory.resolve("playbook.yaml") + ", line " + line + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void oneThatIsNotThereOrEmptyIsRefused() {
        Path nowhere = directory.resolve("nowhere.yaml");

        assertThatThrownBy(() -> new PlaybookProducer().playbook(Optional.of(nowhere), CATALOGUE))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(nowhere + ": cannot be read: ");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageEndingWith("playbook.yaml, line 1: is not a list of entries");
    }

    private Playbook read(String content) {
        try {
            Path file = Files.writeString(directory.resolve("playbook.yaml"), content);
            return new PlaybookProducer().playbook(Optional.of(file), CATALOGUE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
