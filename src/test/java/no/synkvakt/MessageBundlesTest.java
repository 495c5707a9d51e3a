package no.synkvakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

/** Every sentence of every bundle is there in nb, nn and en, and says in each what it says in the others. */
class MessageBundlesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private static final List<Class<?>> BUNDLES = new ClassFileImporter()
            .importPackages("no.synkvakt").stream()
                    .filter(JavaClass::isInterface)
                    .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    static Stream<Class<?>> bundles() {
        return BUNDLES.stream();
    }

    static Stream<Method> messages() {
        return bundles().flatMap(bundle -> Arrays.stream(bundle.getDeclaredMethods()));
    }

    @Test
    void thoseOfMailsAndOfPagesAreAmongThem() {
        assertThat(bundles().map(MessageBundlesTest::nameOf))
                .contains("head", "lead", "detail", "board", "stall", "municipality")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsInEachLanguage_andSaysAllThatItIsGiven(Method message) {
        Set<String> parameters =
                Stream.of(message.getParameters()).map(Parameter::getName).collect(Collectors.toSet());
        for (Language language : Language.values()) {
            String text = file(message.getDeclaringClass(), language).getProperty(message.getName());
            assertThat(text).as(language.tag()).isNotBlank();
            assertThat(placeholders(text)).as(language.tag()).isEqualTo(parameters);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noFileHasAnotherMessage(Class<?> bundle) {
        Set<String> names =
                Stream.of(bundle.getDeclaredMethods()).map(Method::getName).collect(Collectors.toSet());
        for (Language language : Language.values()) {
            assertThat(file(bundle, language).stringPropertyNames())
                    .as(language.tag())
                    .isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aSentenceIsOneLineThatEndsWithoutASpace(Class<?> bundle) {
        for (Language language : Language.values()) {
            assertThat(file(bundle, language).values()).allSatisfy(text -> assertThat(text.toString())
                    .isEqualTo(text.toString().strip())
                    .doesNotContain("\n", "  ", "\ufffd"));
        }
    }

    /** A county or a private school may own schools, too. */
    @ParameterizedTest
    @MethodSource("bundles")
    void aSchoolOwnerIsNotTakenForAMunicipality(Class<?> bundle) {
        for (Language language : Language.values()) {
            assertThat(file(bundle, language).values())
                    .allSatisfy(text -> assertThat(text.toString()).doesNotContainIgnoringCase("kommun", "municipal"));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theLanguagesAreNotEachOthers(Class<?> bundle) {
        for (Language language : Language.values()) {
            for (Language other : Language.values()) {
                assertThat(language == other || !file(bundle, language).equals(file(bundle, other)))
                        .as(language + " and " + other)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFootSaysWhyTheReaderGetsTheMail_andWhomToTell(Language language) {
        Class<?> mails = bundles()
                .filter(bundle -> nameOf(bundle).equals("layout"))
                .findFirst()
                .orElseThrow();
        for (String foot : Set.of("footAdmin", "footSupport")) {
            assertThat(file(mails, language).getProperty(foot)).contains("Synkvakt", "{replyTo}", "?");
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** The name of its files. */
    private static String nameOf(Class<?> bundle) {
        return Objects.requireNonNull(bundle.getAnnotation(MessageBundle.class)).value();
    }

    private static Properties file(Class<?> bundle, Language language) {
        String name = "/messages/" + nameOf(bundle) + "_" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(MessageBundlesTest.class.getResourceAsStream(name), name)) {
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
