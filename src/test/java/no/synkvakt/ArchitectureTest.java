package no.synkvakt;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.base.ClockProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The line of packages that the root's {@code package-info} states: each may import only those to its left. */
class ArchitectureTest {

    private static final String ROOT = "no.synkvakt.";

    private static final List<String> LEFT_OF_THE_BAR =
            List.of("base", "municipality", "cycle", "deadline", "stall", "playbook", "notice", "casework");
    private static final List<String> RIGHT_OF_THE_BAR = List.of(
            "ingest", "feed", "registry", "status", "board", "watch", "mail", "metrics", "access", "embedded", "demo");

    private static final JavaClasses SYNKVAKT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.synkvakt");

    static Stream<String> packages() {
        return Stream.of(LEFT_OF_THE_BAR, RIGHT_OF_THE_BAR).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsOnlyThoseToItsLeft(String room) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbiddenTo(room))
                .because("the way goes left to right, and those right of the bar never import each other")
                .check(SYNKVAKT);
    }

    @Test
    void everyPackageHasItsPlaceInTheLine() {
        Set<String> found = SYNKVAKT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet());
        assertThat(packages()).containsAll(found);
    }

    @Test
    void onlyTheClocksProducerReadsTheSystemsTime() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(ClockProducer.class)
                .should()
                .callCodeUnitWhere(readsTheTime())
                .check(SYNKVAKT);
    }

    @Test
    void requestsAndTimersEnterOnlyRightOfTheBar() {
        noClasses()
                .that()
                .resideInAnyPackage(qualified(LEFT_OF_THE_BAR))
                .should()
                .beAnnotatedWith(Path.class)
                .check(SYNKVAKT);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(qualified(LEFT_OF_THE_BAR))
                .should()
                .beAnnotatedWith(Scheduled.class)
                .orShould()
                .beAnnotatedWith(Path.class)
                .check(SYNKVAKT);
    }

    @Test
    void factsAndRulesKnowNothingOfTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(qualified(List.of("municipality", "cycle", "deadline", "stall", "playbook")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "io.quarkus.vertx..")
                .check(SYNKVAKT);
    }

    private static String[] forbiddenTo(String room) {
        List<String> forbidden = new ArrayList<>(RIGHT_OF_THE_BAR);
        if (LEFT_OF_THE_BAR.contains(room)) {
            forbidden.addAll(LEFT_OF_THE_BAR.subList(LEFT_OF_THE_BAR.indexOf(room) + 1, LEFT_OF_THE_BAR.size()));
        }
        forbidden.remove(room);
        return qualified(forbidden);
    }

    private static String[] qualified(List<String> rooms) {
        return rooms.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTime() {
        return describe("reads the system's time", call -> readsTheTime(call.getTarget()));
    }

    private static boolean readsTheTime(CodeUnitCallTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        if (owner.equals(Clock.class.getName())) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (owner.equals(Date.class.getName())) {
            return name.equals("<init>") && target.getRawParameterTypes().isEmpty();
        }
        return owner.equals(System.class.getName())
                ? name.matches("currentTimeMillis|nanoTime")
                : owner.startsWith("java.time.") && name.equals("now");
    }
}
