package no.synkvakt.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.municipality.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of a mail is there in nb, nn and en, and says in each what it says in the others. */
class MessageFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    static Stream<Method> messages() {
        return Stream.of(Messages.class.getDeclaredMethods());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsInEachLanguage_andSaysAllThatItIsGiven(Method message) {
        Set<String> parameters =
                Stream.of(message.getParameters()).map(Parameter::getName).collect(Collectors.toSet());
        for (Language language : Language.values()) {
            assertThat(file(language).getProperty(message.getName()))
                    .as(language.tag())
                    .isNotBlank();
            assertThat(placeholders(file(language).getProperty(message.getName())))
                    .as(language.tag())
                    .isEqualTo(parameters);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noFileHasAnotherMessage(Language language) {
        assertThat(file(language).stringPropertyNames())
                .isEqualTo(messages().map(Method::getName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSentenceIsOneLineThatEndsWithoutASpace(Language language) {
        assertThat(file(language).values()).allSatisfy(text -> assertThat(text.toString())
                .isEqualTo(text.toString().strip())
                .doesNotContain("\n", "  ", "\ufffd"));
    }

    @Test
    void theLanguagesAreNotEachOthers() {
        for (String name : Set.of("leadAct", "help", "headlineNotStarted", "footAdmin", "afterAct", "chain")) {
            assertThat(Stream.of(Language.values())
                            .map(language -> file(language).getProperty(name)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFootSaysWhyTheReaderGetsTheMail_andWhomToTell(Language language) {
        for (String foot : Set.of("footAdmin", "footSupport")) {
            assertThat(file(language).getProperty(foot)).contains("Synkvakt", "{replyTo}", "?");
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties file(Language language) {
        String name = "/messages/msg_" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(MessageFilesTest.class.getResourceAsStream(name), name)) {
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
