package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of entries in YAML: read with its lines, and refused by file, line and reason. */
class YamlListTest {

    @TempDir
    Path directory;

    private record Item(
            @JsonProperty(required = true) String id,
            @Nullable Boolean exact,
            @Nullable Duration time,
            @Nullable Kind kind,
            @Nullable List<String> texts) {

        Item {
            if (id.equals("bad")) {
                throw new IllegalArgumentException("id 'bad' is bad");
            }
            texts = texts == null ? null : List.copyOf(texts);
        }
    }

    private enum Kind {
        ONE,
        OTHER
    }

    @Test
    void entriesAreReadInTheirOrder_eachWithItsLine() {
        String content = """
                # a comment
                - id: a
                  exact: true
                  time: PT45M
                - id: b
                  kind: OTHER
                  texts: [x, y]
                """;

        assertThat(read(content))
                .containsExactly(
                        new YamlList.Entry<>(2, new Item("a", true, Duration.ofMinutes(45), null, null)),
                        new YamlList.Entry<>(5, new Item("b", null, null, Kind.OTHER, List.of("x", "y"))));
    }

    @Test
    void anAnchorIsReadWhereItsAliasStands() {
        assertThat(read("- { id: a, texts: &two [x, y] }\n- { id: b, texts: *two }\n"))
                .extracting(entry -> entry.value().texts())
                .containsExactly(List.of("x", "y"), List.of("x", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "5", "1.5", "2026-11-23", "true"})
    void whereTextIsWantedAWordIsItself(String word) {
        assertThat(item("id: " + word).id()).isEqualTo(word);
        assertThat(item("id: a, texts: [" + word + "]").texts()).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "True, true", "FALSE, false"})
    void aFlagIsTrueOrFalse(String word, boolean exact) {
        assertThat(item("id: a, exact: " + word).exact()).isEqualTo(exact);
    }

    @Test
    void aKeyWithoutAValueIsAsIfItWereNotThere() {
        assertThat(item("id: a, exact: , time: ~, kind: null")).isEqualTo(new Item("a", null, null, null, null));
    }

    @Test
    void aFileThatAWindowsEditorSavedIsRead() {
        assertThat(read("\ufeff- id: a\r\n- id: b\r\n"))
                .extracting(YamlList.Entry::line)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - id: a\\n- id: [b    | 2 | expected ',' or ']', but got <stream end>
            - id: a\\n\\t- id: b    | 2 | found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            - id: a\\n---\\n- id: b | 2 | but found another document
            ``                      | 1 | is not a list of entries
            # a comment             | 1 | is not a list of entries
            []                      | 1 | is not a list of entries
            id: a                   | 1 | is not a list of entries
            a                       | 1 | is not a list of entries
            - id: a\\n-             | 2 | an entry is empty
            - id: a\\n- b           | 2 | an entry is 'b'; accepted: an object
            - id: a\\n- [b]         | 2 | an entry is '["b"]'; accepted: an object
            - id: a\\n- kind: ONE   | 2 | id: missing; accepted: text
            - id: a\\n- id: ~       | 2 | id: missing; accepted: text
            - id: a\\n- id: bad     | 2 | id 'bad' is bad
            - id: a\\n  id: b       | 2 | 'id' stands here twice
            - id: a\\n  exact: yes  | 2 | exact: 'yes'; accepted: true or false
            - id: a\\n  exact: 1    | 2 | exact: '1'; accepted: true or false
            - id: a\\n  time: 45    | 2 | time: '45'; accepted: an ISO 8601 duration such as PT45M
            - id: a\\n  kind: 0     | 2 | kind: '0'; accepted: one of ONE, OTHER
            - id: a\\n  kind: one   | 2 | kind: 'one'; accepted: one of ONE, OTHER
            - id: a\\n  kind: ''    | 2 | kind: ''; accepted: one of ONE, OTHER
            - id: a\\n  texts: b    | 2 | texts: 'b'; accepted: an array
            - id: a\\n  texts: [~]  | 1 | a value is empty
            - id: a\\n  ids: b      | 2 | ids: 'b'; accepted: no such field; one of exact, id, kind, texts, time
            - id: !!java.net.URL a  | 1 | Global tag is not allowed: tag:yaml.org,2002:java.net.URL
            - &a [ *a ]             | 1 | is nested too deeply, or within itself
            """)
    void whatIsBrokenIsRefused_byFileLineAndReason(String content, int line, String reason) {
        assertThatThrownBy(() -> read(content.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage(directory.resolve("list.yaml") + ", line " + line + ": " + reason);
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsName() {
        Path nowhere = directory.resolve("nowhere.yaml");

        assertThatThrownBy(() -> YamlList.of(Optional.of(nowhere), "steps.yaml"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(nowhere + ": cannot be read: ");
    }

    @Test
    void aFileInAnotherEncodingIsRefused_beforeItsLettersAreLost() throws Exception {
        Path latin =
                Files.write(directory.resolve("list.yaml"), "- id: Lillestrøm".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> YamlList.of(Optional.of(latin), "steps.yaml"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage(latin + ": is not UTF-8");
    }

    @Test
    void aFileWithACharacterThatYamlDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> read("- id: a\u0000"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(directory.resolve("list.yaml") + ": ")
                .hasMessageContaining("special characters are not allowed");
    }

    @Test
    void whereNoFileIsMountedThePackagesOwnIsRead() {
        YamlList shipped = YamlList.of(Optional.empty(), "steps.yaml");

        assertThat(shipped.broken(7, "why")).hasMessage("steps.yaml, line 7: why");
        assertThat(shipped.broken(0, "why")).hasMessage("steps.yaml: why");
    }

    private Item item(String fields) {
        return read("- { " + fields + " }\n").get(0).value();
    }

    private List<YamlList.Entry<Item>> read(String content) {
        try {
            Path file = Files.writeString(directory.resolve("list.yaml"), content);
            return YamlList.of(Optional.of(file), "steps.yaml").read(Item.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
