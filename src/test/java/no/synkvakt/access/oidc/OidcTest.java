package no.synkvakt.access.oidc;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** A test of Synkvakt with a Keycloak; where Keycloak cannot be had, it is skipped. */
abstract class OidcTest extends FlowTest {

    static final String MISSING = "The tests of signing in were left out: Keycloak"
            + " (org.keycloak:keycloak-quarkus-dist) is neither in the local Maven repository nor to be had.";

    static final String PASSWORD = "only-for-tests";

    private static final String PROVIDER = "quarkus.oidc.auth-server-url";

    /** Keycloak beside the parts that all tests have. */
    public static class WithKeycloak implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Keycloak.class));
        }
    }

    @BeforeEach
    void onlyWithKeycloak() {
        Assumptions.assumeTrue(
                ConfigProvider.getConfig()
                        .getOptionalValue(PROVIDER, String.class)
                        .isPresent(),
                MISSING);
    }

    /** The realm's address. */
    static String realm() {
        return ConfigProvider.getConfig().getValue(PROVIDER, String.class);
    }

    /** A request with an access token. */
    static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    /** The access token of a person, for one of the realm's tools. */
    static String tokenOf(String person, String client) {
        return tokenOf(realm(), person, client);
    }

    static String tokenOf(String realm, String person, String client) {
        return token(
                realm, Map.of("grant_type", "password", "client_id", client, "username", person, "password", PASSWORD));
    }

    /** The access token of the engine itself, which no person stands behind. */
    static String tokenOfEngine() {
        return token(
                realm(),
                Map.of("grant_type", "client_credentials", "client_id", "engine", "client_secret", Keycloak.SECRET));
    }

    private static String token(String realm, Map<String, String> form) {
        return RestAssured.given()
                .formParams(form)
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
