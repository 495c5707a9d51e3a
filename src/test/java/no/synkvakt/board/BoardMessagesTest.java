package no.synkvakt.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.municipality.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sentence of support's pages is there in nb, nn and en, and says in each what it says in the others. */
class BoardMessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsThere_andSaysAllThatItIsGiven(Language language) throws IOException {
        Properties file = file(language);
        assertThat(file.stringPropertyNames())
                .isEqualTo(Stream.of(BoardMessages.class.getDeclaredMethods())
                        .map(Method::getName)
                        .collect(Collectors.toSet()));
        for (Method message : BoardMessages.class.getDeclaredMethods()) {
            String text = file.getProperty(message.getName());
            assertThat(text).as(message.getName()).isNotBlank().isEqualTo(text.strip());
            assertThat(placeholders(text)).as(message.getName()).isEqualTo(parameters(message));
        }
    }

    private static Set<String> parameters(Method message) {
        return Stream.of(message.getParameters()).map(Parameter::getName).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Properties file(Language language) throws IOException {
        String name = "/messages/board_" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(BoardMessagesTest.class.getResourceAsStream(name), name)) {
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        }
    }
}
