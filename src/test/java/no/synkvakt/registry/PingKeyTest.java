package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.Test;

/** A municipality's ping key is shown to an operator, who can have a new one; the old one is void at once. */
@QuarkusTest
class PingKeyTest extends FlowTest {

    private static final String PATH = "/api/v1/municipalities/lillestrom.kommune.no/ping-key";

    @Test
    void itIsShownWithTheAddressItGoesInto() {
        watched(lillestrom());
        JsonPath answer = json(operator().get(PATH));
        assertThat(answer.getMap("")).containsOnlyKeys("pingKey", "url");
        String key = answer.getString("pingKey");
        assertThat(key).matches("[A-Za-z0-9_-]{27,}");
        assertThat(answer.getString("url")).isEqualTo("http://localhost:8080/ping/" + key);
        assertThat(json(operator().get(PATH)).getString("pingKey")).isEqualTo(key);
    }

    @Test
    void eachMunicipalityHasItsOwn() {
        watched(lillestrom(), owner("other.example", "Other", "WIS"));
        assertThat(json(operator().get("/api/v1/municipalities/other.example/ping-key"))
                        .getString("pingKey"))
                .isNotEqualTo(json(operator().get(PATH)).getString("pingKey"));
    }

    @Test
    void aNewOneMakesTheOldOneVoid() {
        watched(lillestrom());
        String old = json(operator().get(PATH)).getString("pingKey");
        String renewed = json(operator().post(PATH)).getString("pingKey");
        assertThat(renewed).isNotEqualTo(old);
        assertThat(json(operator().get(PATH)).getString("pingKey")).isEqualTo(renewed);
        assertThat(ProblemAnswer.of(RestAssured.get("/ping/" + old + "/import-visma-flyt"))
                        .status())
                .isEqualTo(404);
        RestAssured.get("/ping/" + renewed + "/import-visma-flyt").then().statusCode(200);
    }

    private static JsonPath json(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }
}
