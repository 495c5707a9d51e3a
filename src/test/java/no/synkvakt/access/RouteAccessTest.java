package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address there is, and who may call it: the contract's table, held from outside. */
@QuarkusTest
class RouteAccessTest extends FlowTest {

    private static final List<Route> TABLE = List.of(
            new Route("POST", "/api/v1/events", Set.of(Key.INGEST, Key.OPERATOR)),
            new Route("GET", "/api/v1/municipalities", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("PUT", "/api/v1/municipalities", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/municipalities/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("PUT", "/api/v1/municipalities/{id}", Set.of(Key.OPERATOR)),
            new Route("DELETE", "/api/v1/municipalities/{id}", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/municipalities/{id}/ping-key", Set.of(Key.OPERATOR)),
            new Route("POST", "/api/v1/municipalities/{id}/ping-key", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/municipalities/{id}/status", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("POST", "/api/v1/municipalities/{id}/test-mail", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/stalls", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/stalls/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/stalls/{id}/notices/{noticeId}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("POST", "/api/v1/stalls/{id}/acknowledge", Set.of(Key.OPERATOR)),
            new Route("POST", "/api/v1/stalls/{id}/escalate", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/outages", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/outages/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/outages/{id}/notices/{noticeId}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/feeds", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("DELETE", "/api/v1/feeds", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/looks", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/silences", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/silences/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("POST", "/api/v1/silences", Set.of(Key.OPERATOR)),
            new Route("DELETE", "/api/v1/silences/{id}", Set.of(Key.OPERATOR)),
            new Route("GET", "/api/v1/audit", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/api/v1/steps", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/login", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/feeds", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/silence", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("POST", "/silence", Set.of(Key.OPERATOR)),
            new Route("POST", "/silence/{id}/end", Set.of(Key.OPERATOR)),
            new Route("GET", "/stalls/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/stalls/{id}/mails/{noticeId}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("POST", "/stalls/{id}/acknowledge", Set.of(Key.OPERATOR)),
            new Route("POST", "/stalls/{id}/escalate", Set.of(Key.OPERATOR)),
            new Route("POST", "/stalls/{id}/silence", Set.of(Key.OPERATOR)),
            new Route("GET", "/outages/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/outages/{id}/mails/{noticeId}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/m/{id}", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("POST", "/m/{id}/acknowledge", Set.of(Key.OPERATOR)),
            new Route("POST", "/m/{id}/escalate", Set.of(Key.OPERATOR)),
            new Route("POST", "/m/{id}/silence", Set.of(Key.OPERATOR)));

    private static final List<Route> PINGS = List.of(
            new Route("GET", "/ping/{pingKey}/{step}", Set.of()),
            new Route("POST", "/ping/{pingKey}/{step}", Set.of()),
            new Route("GET", "/ping/{pingKey}/{step}/{what}", Set.of()),
            new Route("POST", "/ping/{pingKey}/{step}/{what}", Set.of()));

    private static final List<Route> ENDS_OF_A_SESSION =
            List.of(new Route("GET", "/logout", Set.of()), new Route("GET", "/signed-out", Set.of()));

    /** Pages alone listen there, without an end, so that nobody calls them with a key here. */
    private static final List<Route> CHANGES = List.of(
            new Route("GET", "/live", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/stalls/{id}/live", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/outages/{id}/live", Set.of(Key.VIEWER, Key.OPERATOR)),
            new Route("GET", "/m/{id}/live", Set.of(Key.VIEWER, Key.OPERATOR)));

    /** An operation as the API's description names it, and whose keys open it. */
    record Route(String method, String path, Set<Key> keys) {

        Response call(RequestSpecification request) {
            return request.request(method, path.replaceAll("\\{[^}]+}", "nobody"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Arguments> routesAndKeys() {
        return TABLE.stream().flatMap(route -> Arrays.stream(Key.values()).map(key -> Arguments.of(route, key)));
    }

    @Test
    void theTableHasEveryOperationThatTheDescriptionHas() {
        Map<String, Map<String, Object>> paths = as(Key.VIEWER)
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");
        Set<String> operations = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(operations)
                .containsExactlyInAnyOrderElementsOf(Stream.of(TABLE, PINGS, CHANGES, ENDS_OF_A_SESSION)
                        .flatMap(List::stream)
                        .map(Route::toString)
                        .toList());
    }

    @Test
    void theDescriptionHasEveryOperationThatTheCodeHas() {
        List<String> endpoints = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.synkvakt").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(RouteAccessTest::isEndpoint)
                        .map(JavaMethod::getFullName)
                        .toList();
        assertThat(endpoints).hasSize(TABLE.size() + PINGS.size() + CHANGES.size() + ENDS_OF_A_SESSION.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live",
                "/stalls/4e1d8c3a-0000-4000-8000-000000000000/live",
                "/outages/4e1d8c3a-0000-4000-8000-000000000000/live",
                "/m/lillestrom.kommune.no/live"
            })
    void whereChangesAreToldOnlyReadersListen(String path) {
        assertThat(ProblemAnswer.of(RestAssured.get(path)).status()).isEqualTo(401);
        assertThat(ProblemAnswer.of(as(Key.INGEST).get(path)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void withoutACredential401(Route route) {
        Response answer = route.call(RestAssured.given());
        assertThat(ProblemAnswer.of(answer).status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void withACredentialThatIsWrong401(Route route) {
        for (String wrong : List.of("Bearer wrong", "Bearer", "Bearer ", "Basic a2V5LW9mLW9wZXJhdG9yOg==", "", "x")) {
            Response answer = route.call(RestAssured.given().header("Authorization", wrong));
            assertThat(ProblemAnswer.of(answer).status()).as(wrong).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("routesAndKeys")
    void onlyTheRolesOfTheTableAreLetThrough_theOthersGet403(Route route, Key key) {
        Response answer = route.call(as(key));
        if (route.keys().contains(key)) {
            assertThat(answer.statusCode()).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(ProblemAnswer.of(answer).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @FieldSource("PINGS")
    void aPingAsksForNoCredential_andAWrongPingKeyIs404AndTellsNothing(Route route) {
        ProblemAnswer answer = ProblemAnswer.of(route.call(RestAssured.given()));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("There is nothing at this address.");
    }

    @ParameterizedTest
    @FieldSource("ENDS_OF_A_SESSION")
    void whoeverHasNoSessionIsToldThatItHasEnded(Route route) {
        Response answer = route.call(RestAssured.given());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.htmlPath().getString("html.body.main.section.h1")).isEqualTo("Du er logget ut");
    }

    @Test
    void theDescriptionIsOpen() {
        assertThat(RestAssured.get("/q/openapi").statusCode()).isEqualTo(200);
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class));
    }
}
