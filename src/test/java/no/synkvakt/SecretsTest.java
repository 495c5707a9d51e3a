package no.synkvakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds a secret does not tell it by its {@code toString}, which is what logs and messages are made with. */
class SecretsTest {

    private static final String SECRET = "5ecret-that-nobody-may-read";

    /** What secrets are called here. The page of a letter is an address with a token in it. */
    private static final Pattern SECRETS =
            Pattern.compile("(?i)(ping|api)?_?key|secret|password|.*token|credential.*|page|url|sha256");

    private static final Set<Class<?>> TEXTS = Set.of(String.class, Optional.class, byte[].class);
    private static final Map<Class<?>, Object> SIMPLE =
            Map.of(int.class, 1, long.class, 1L, boolean.class, true, List.class, List.of(), Map.class, Map.of());

    /** Of that name and no secret: the class and its field. */
    private static final List<String> PUBLIC = List.of("News.key");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.synkvakt");

    static Stream<Class<?>> holders() {
        return CLASSES.stream()
                .map(JavaClass::reflect)
                .filter(SecretsTest::hasWordsOfItsOwn)
                .filter(type -> Stream.of(type.getDeclaredFields()).anyMatch(SecretsTest::isSecret));
    }

    private static boolean hasWordsOfItsOwn(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("toString") && method.getParameterCount() == 0);
    }

    private static boolean isSecret(Field field) {
        return TEXTS.contains(field.getType())
                && SECRETS.matcher(field.getName()).matches()
                && !PUBLIC.contains(field.getDeclaringClass().getSimpleName() + "." + field.getName());
    }

    @ParameterizedTest
    @MethodSource("holders")
    void aSecretIsNotInTheWordsOfWhatHoldsIt(Class<?> holder) throws Exception {
        assertThat(String.valueOf(holding(holder))).doesNotContain(SECRET);
    }

    private static Object holding(Class<?> holder) throws Exception {
        Field[] fields = Stream.of(holder.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toArray(Field[]::new);
        if (holder.isRecord()) {
            Class<?>[] types = Stream.of(fields).map(Field::getType).toArray(Class[]::new);
            return accessible(holder.getDeclaredConstructor(types))
                    .newInstance(Stream.of(fields).map(SecretsTest::any).toArray());
        }
        Object made = accessible(holder.getDeclaredConstructor()).newInstance();
        for (Field field : fields) {
            field.setAccessible(true);
            field.set(made, any(field));
        }
        return made;
    }

    private static Constructor<?> accessible(Constructor<?> constructor) {
        constructor.setAccessible(true);
        return constructor;
    }

    /** Text is a secret where it is called one. */
    private static @Nullable Object any(Field field) {
        if (TEXTS.contains(field.getType())) {
            String text = isSecret(field) ? SECRET : "text";
            return field.getType() == String.class
                    ? text
                    : field.getType() == Optional.class ? Optional.of(text) : text.getBytes(StandardCharsets.UTF_8);
        }
        return SIMPLE.get(field.getType());
    }
}
