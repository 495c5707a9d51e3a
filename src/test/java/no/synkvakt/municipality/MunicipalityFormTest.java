package no.synkvakt.municipality;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Shipped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a municipality and its contacts: what is required, how long it may be, what it may hold. */
class MunicipalityFormTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();
    private static final String LENGTH = "1 to 200 characters";
    private static final String LINE = "text of one line without control characters";
    private static final String EMAIL =
            "one mail address such as ikt@kommune.example, at most 254 characters, a domain with æøå in its xn-- form";

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void theContractsExampleHasTheRightForm() {
        assertThat(violations(lillestrom())).isEmpty();
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Municipality bare = Shipped.municipality(lillestrom().without("notify"));

        assertThat(bare.notifies()).isTrue();
        assertThat(bare.expected()).isEmpty();
        assertThat(bare.tasks()).isEmpty();
        assertThat(bare.schedule()).isNull();
        assertThat(Shipped.municipality(lillestrom().with("notify", false)).notifies())
                .isFalse();
    }

    static Stream<Arguments> required() {
        return Stream.of(
                Arguments.of("name", "a name, 1 to 200 characters"),
                Arguments.of("language", "one of nb, nn, en"),
                Arguments.of("sis", "one of WIS, IST_LOCAL, IST_HOSTED, ISKOLE, VISMA_INSCHOOL, VISMA_FLYT"),
                Arguments.of("steps", "the steps of the chain, in order, at least one"),
                Arguments.of("contacts", "at least one contact"));
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatIsRequiredHasToBeThere(String field, String accepted) {
        assertThat(violations(lillestrom().without(field))).containsExactly(field + ": " + accepted);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("name", "", "name: a name, 1 to 200 characters"),
                Arguments.of("name", " ", "name: a name, 1 to 200 characters"),
                Arguments.of("name", "x".repeat(201), "name: " + LENGTH),
                Arguments.of("name", "Lille\r\nBcc: x", "name: " + LINE),
                Arguments.of("steps", List.of(), "steps: the steps of the chain, in order, at least one"),
                Arguments.of(
                        "steps", Collections.singletonList(null), "steps[0].<list element>: the id or label of a step"),
                Arguments.of("contacts", List.of(), "contacts: at least one contact"),
                Arguments.of(
                        "contacts",
                        Collections.nCopies(51, Map.of("email", "ikt@lillestrom.example")),
                        "contacts: at most 50 contacts"),
                Arguments.of("number", "320", "number: 2 or 4 digits"),
                Arguments.of("number", "32055", "number: 2 or 4 digits"),
                Arguments.of("number", "٣٢", "number: 2 or 4 digits"),
                Arguments.of("clientServer", "", "clientServer: " + LENGTH),
                Arguments.of("clientServer", "x".repeat(201), "clientServer: " + LENGTH),
                Arguments.of("domainController", "DC\n01", "domainController: " + LINE),
                Arguments.of("domainController", "x".repeat(201), "domainController: " + LENGTH),
                Arguments.of(
                        "tasks",
                        Map.of("export-ad", List.of()),
                        "tasks[export-ad].<map value>: at least one task name"),
                Arguments.of(
                        "tasks",
                        Map.of("export-ad", Collections.nCopies(21, "a task")),
                        "tasks[export-ad].<map value>: at most 20 task names"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsThereHasToBeRight(String field, Object value, String violation) {
        assertThat(violations(lillestrom().with(field, value))).containsExactly(violation);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("name", "Guovdageaidnu - Kautokeino"),
                Arguments.of("name", "Unjárga - Nesseby"),
                Arguments.of("name", "x".repeat(200)),
                Arguments.of("number", "32"),
                Arguments.of("number", "3205"),
                Arguments.of("clientServer", "x".repeat(200)),
                Arguments.of("contacts", Collections.nCopies(50, Map.of("email", "ikt@lillestrom.example"))),
                Arguments.of("tasks", Map.of("export-ad", Collections.nCopies(20, "x".repeat(200)))));
    }

    @ParameterizedTest
    @MethodSource("right")
    void upToItsBoundsItIs(String field, Object value) {
        assertThat(violations(lillestrom().with(field, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ikt@lillestrom.example",
                "first.last+sync@sub-domain.kommune.example",
                "o'neil@k.example",
                "a@b",
                "!#$%&'*+/=?^_`{|}~-@k.example",
                "ikt@xn--lillestrm-64a.example",
                "1@2.example",
            })
    void aMailAddressWillDo(String address) {
        assertThat(violations(lillestrom().withContacts(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ikt",
                "@lillestrom.example",
                "ikt@",
                "ikt@lillestrøm.example",
                "ikt @lillestrom.example",
                "ikt@lillestrom.example ",
                "a@k.example,b@k.example",
                "a@k.example;b@k.example",
                "a@k.example\r\nBcc: b@k.example",
                "a@k.example\n",
                "IKT <ikt@k.example>",
                "\"i k t\"@k.example",
                ".ikt@k.example",
                "ikt.@k.example",
                "i..kt@k.example",
                "ikt@-k.example",
                "ikt@k-.example",
                "ikt@k..example",
                "ikt@.example",
                "ikt@[192.0.2.1]",
                "a@b@k.example",
                "ikt(vakt)@k.example",
            })
    void whatIsNoneOrMoreThanOneIsRefused(String address) {
        assertThat(violations(lillestrom().withContacts(address))).containsExactly("contacts[0].email: " + EMAIL);
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String longest = "i@" + ("x".repeat(62) + ".").repeat(4);

        assertThat(violations(lillestrom().withContacts(longest.substring(0, 253) + "x")))
                .isEmpty();
        assertThat(violations(lillestrom().withContacts(longest.substring(0, 253) + "xx")))
                .containsExactly("contacts[0].email: " + EMAIL);
    }

    @Test
    void aContactsNameIsOneLineOfAtMost200Characters() {
        assertThat(violations(contactNamed("IKT-vakta"))).isEmpty();
        assertThat(violations(contactNamed("x".repeat(200)))).isEmpty();
        assertThat(violations(contactNamed("x".repeat(201)))).containsExactly("contacts[0].name: " + LENGTH);
        assertThat(violations(contactNamed("IKT\u0000"))).containsExactly("contacts[0].name: " + LINE);
        assertThat(violations(contactNamed("IKT\u202e"))).containsExactly("contacts[0].name: " + LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lillestrom.kommune.no",
                "a",
                "0",
                "a-b.c-",
                "x23456789012345678901234567890123456789012345678901234567890123"
            })
    void anIdIsWrittenAsAFeideRealm(String id) {
        assertThat(violations(MunicipalityFixture.owner(id, "Lillestrøm", "WIS").withContacts("a@k.example")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                ".a",
                "Lillestrom",
                "lillestrøm",
                "a b",
                "a/b",
                "a\n",
                "x234567890123456789012345678901234567890123456789012345678901234"
            })
    void anythingElseIsNoId(String id) {
        assertThat(violations(MunicipalityFixture.owner(id, "Lillestrøm", "WIS").withContacts("a@k.example")))
                .containsExactly("id: 1 to 63 of a-z, 0-9, dot and hyphen, beginning with a letter or digit");
    }

    private static MunicipalityFixture contactNamed(String name) {
        return lillestrom().with("contacts", List.of(Map.of("email", "ikt@lillestrom.example", "name", name)));
    }

    private static List<String> violations(MunicipalityFixture fixture) {
        return VALIDATOR.validate(Shipped.municipality(fixture)).stream()
                .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .toList();
    }
}
