package no.synkvakt.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser to be careful of, be it a page, an answer of the API or a refusal. */
@QuarkusTest
@TestProfile(RateLimitsTest.Low.class)
class HeadersTest extends FlowTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/steps", "/q/openapi", "/nothing", "/m/nobody?t=x", "/assets/nothing.css"})
    void nothingIsSniffedFramedOrPassedOn(String path) {
        Response answer = RestAssured.given().header("Accept", "text/html").get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(policy(answer))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .noneMatch(directive -> directive.contains("unsafe") || directive.contains("*"));
    }

    @Test
    void whoComesByTlsIsToldToStayWithIt_alsoWhenRefused() {
        assertThat(byTls(as(Key.OPERATOR)).get("/").header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(byTls(as()).get("/").header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(as(Key.OPERATOR).get("/").header("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void headersThatAreTooLargeAreRefused_andTheNextRequestIsAnswered() {
        assertThat(as(Key.OPERATOR)
                        .header("X-Padding", "x".repeat(32 * 1024))
                        .get("/api/v1/steps")
                        .statusCode())
                .isEqualTo(431);
        assertThat(RateLimitsTest.inTurn(() -> as(Key.OPERATOR).get("/api/v1/steps"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static RequestSpecification byTls(RequestSpecification request) {
        return request.header("X-Forwarded-Proto", "https");
    }

    private static List<String> policy(Response answer) {
        return List.of(answer.header("Content-Security-Policy").split("; "));
    }
}
