package no.synkvakt.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.testing.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What languages and student information systems are called, and that ping keys are secrets. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({"NB, nb", "NN, nn", "EN, en"})
    void aLanguageIsKnownByItsTag(Language language, String tag) throws JsonProcessingException {
        assertThat(language.tag()).isEqualTo(tag);
        assertThat(language.jsonName()).isEqualTo(tag);
        assertThat(language.locale()).isEqualTo(Locale.forLanguageTag(tag));
        assertThat(StrictJson.mapper().writeValueAsString(language)).isEqualTo('"' + tag + '"');
        assertThat(StrictJson.mapper().readValue('"' + tag + '"', Language.class))
                .isEqualTo(language);
    }

    @Test
    void thereIsNoOtherLanguage() {
        assertThat(Language.values()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "WIS, WIS",
        "IST_LOCAL, IST",
        "IST_HOSTED, IST",
        "ISKOLE, iSkole",
        "VISMA_INSCHOOL, Visma InSchool",
        "VISMA_FLYT, Visma Flyt Skole",
    })
    void aSystemIsLabelledByItsProduct(Sis sis, String label) {
        assertThat(sis.label()).isEqualTo(label);
        assertThat(Sis.values()).hasSize(6);
    }

    @Test
    void pingKeysAreAsLongAsSecretsAre_fitInAUrl_andDiffer() {
        Set<String> keys = Stream.generate(PingKey::random).limit(1000).collect(Collectors.toSet());

        assertThat(keys).hasSize(1000).allMatch(key -> key.matches("[A-Za-z0-9_-]{27}"));
    }
}
