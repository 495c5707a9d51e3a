package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call: the contract's table, as methods and paths. */
class AccessRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST    | /api/v1/events                                          | ingest operator
            PUT     | /api/v1/municipalities                                  | operator
            PUT     | /api/v1/municipalities/lillestrom.kommune.no            | operator
            DELETE  | /api/v1/municipalities/lillestrom.kommune.no            | operator
            POST    | /api/v1/municipalities/lillestrom.kommune.no/test-mail  | operator
            POST    | /api/v1/municipalities/lillestrom.kommune.no/ping-key   | operator
            GET     | /api/v1/municipalities/lillestrom.kommune.no/ping-key   | operator
            HEAD    | /api/v1/municipalities/lillestrom.kommune.no/ping-key   | operator
            GET     | /api/v1/municipalities                                  | operator viewer
            HEAD    | /api/v1/municipalities                                  | operator viewer
            GET     | /api/v1/municipalities/lillestrom.kommune.no            | operator viewer
            GET     | /api/v1/municipalities/lillestrom.kommune.no/status     | operator viewer
            GET     | /api/v1/stalls                                          | operator viewer
            GET     | /api/v1/stalls/1                                        | operator viewer
            GET     | /api/v1/stalls/1/notices/2                              | operator viewer
            GET     | /api/v1/steps                                           | operator viewer
            GET     | /api/v1/outages/1                                       | operator viewer
            GET     | /outages/1                                              | operator viewer
            POST    | /outages/1                                              | operator
            GET     | /api/v1/feeds                                           | operator viewer
            DELETE  | /api/v1/feeds                                           | operator
            GET     | /api/v1/silences                                        | operator viewer
            POST    | /api/v1/silences                                        | operator
            DELETE  | /api/v1/silences/1                                      | operator
            GET     | /                                                       | operator viewer
            GET     | /m/lillestrom.kommune.no                                | operator viewer admin
            GET     | /m/lillestrom.kommune.no/live                           | operator viewer admin
            POST    | /m/lillestrom.kommune.no/acknowledge                    | operator admin
            POST    | /m/lillestrom.kommune.no/escalate                       | operator admin
            POST    | /m/lillestrom.kommune.no/silence                        | operator admin
            POST    | /m/lillestrom.kommune.no                                | operator
            GET     | /m/lillestrom.kommune.no/acknowledge                    | operator viewer
            GET     | /silence                                                | operator viewer
            POST    | /silence                                                | operator
            POST    | /silence/1/end                                          | operator
            GET     | /stalls/1                                               | operator viewer
            POST    | /stalls/1/escalate                                      | operator
            GET     | /no/such/address                                        | operator viewer
            POST    | /api/v1/stalls/1/acknowledge                            | operator
            POST    | /api/v1/stalls/1/escalate                               | operator
            POST    | /api/v1/events/more                                     | operator
            PATCH   | /api/v1/municipalities/lillestrom.kommune.no            | operator
            OPTIONS | /api/v1/stalls                                          | operator
            TRACE   | /                                                       | operator
            POST    | /q/openapi                                              | operator
            POST    | /no/such/address                                        | operator
            GET     | /login                                                  | operator viewer
            POST    | /logout                                                 | operator
            """)
    void eachRequestIsForItsRoles(String method, String path, String roles) {
        assertThat(rolesFor(method, path)).isEqualTo(Stream.of(roles.split(" ")).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /ping/a-key/import-flyvo",
        "POST, /ping/a-key/import-flyvo",
        "POST, /ping/a-key/import-flyvo/start",
        "POST, /ping/a-key/import-flyvo/fail",
        "GET,  /q/openapi",
        "HEAD, /q/openapi",
        "GET,  /logout",
        "GET,  /signed-out",
        "GET,  /assets/synkvakt.css",
        "GET,  /webjars/htmx.org/2.0.8/dist/htmx.min.js",
    })
    void whereTheAddressIsTheCredentialOrNothingIsGuarded_nobodyIsAsked(String method, String path) {
        assertThat(AccessRules.ruleFor(method, path).orElseThrow().asksNobody()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/pings/a", "/ping", "/api/v1/ping/x", "/q/openapi/x", "/q/openapi2", "/q/health", "/q/metrics"})
    void whatOnlyLooksLikeItIsGuarded(String path) {
        assertThat(rolesFor("GET", path)).containsExactlyInAnyOrder("operator", "viewer");
    }

    @Test
    void anOperatorMayDoEverythingThatIsGuarded() {
        assertThat(Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"))
                .allSatisfy(method -> assertThat(rolesFor(method, "/anything")).contains("operator"));
    }

    @Test
    void theRolesAreCalledAsInTheContract() {
        assertThat(EnumSet.allOf(Role.class))
                .extracting(Role::label)
                .containsExactly("ingest", "operator", "viewer", "admin");
    }

    private static Set<String> rolesFor(String method, String path) {
        return AccessRules.ruleFor(method, path).orElseThrow().roles().stream()
                .map(Role::label)
                .collect(Collectors.toSet());
    }
}
