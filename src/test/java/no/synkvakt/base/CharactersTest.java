package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters a name or another line may hold, and what becomes of the others where a text has to be shown. */
class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Lillestrøm",
                "Guovdageaidnu - Kautokeino",
                "Unjárga - Nesseby",
                "Deatnu čđŋšŧž",
                "a\u00a0b",
                "«{braces}» <b>&amp;\"'\\",
                "\ud83c\udf3b",
                "\u200d",
            })
    void whatPeopleWriteIsPlain(String text) {
        assertThat(Characters.arePlain(text)).isTrue();
        assertThat(Characters.printable(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r", "\n", "\t", "\u0000", "\u001b", "\u007f", "\u0080", "\u0085", "\u009f", "\u2028", "\u2029",
                "\u202a", "\u202e", "\u2066", "\u2069", "\ud800", "\udfff",
            })
    void whatBreaksALineOrTurnsItAroundOrCannotBeWrittenIsNot(String character) {
        assertThat(Characters.arePlain("a" + character + "b")).isFalse();
        assertThat(Characters.arePlain(character)).isFalse();
        assertThat(Characters.printable("a" + character + "b")).isEqualTo("a\ufffdb");
    }

    @Test
    void aLineIsStripped_andAnyWhiteSpaceInItIsOneSpace() {
        assertThat(Characters.line("  no space\r\n\tleft  on\n\ndevice \n")).isEqualTo("no space left on device");
    }

    @Test
    void aLineHasNoneOfTheForbiddenCharacters() {
        assertThat(Characters.line("a\u0000b\u202ec")).isEqualTo("a\ufffdb\ufffdc");
    }

    @Test
    void aLineThatIsTooLongIsShortened() {
        assertThat(Characters.line("x".repeat(4000))).isEqualTo("x".repeat(4000));
        assertThat(Characters.line("x".repeat(4001))).isEqualTo("x".repeat(4000) + "…");
    }

    @Test
    void whatIsShortenedIsNotCutWithinACharacter() {
        String line = Characters.line("x".repeat(3999) + "\ud83c\udf3b".repeat(2));

        assertThat(Characters.arePlain(line)).isTrue();
        assertThat(line).isEqualTo("x".repeat(3999) + "…");
    }
}
