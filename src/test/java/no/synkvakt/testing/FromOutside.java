package no.synkvakt.testing;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A test that knows Synkvakt from outside: its API and the mails it sends. */
public abstract class FromOutside {

    @BeforeEach
    void sendContentTypesAsTheyAreWritten() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    /** A request with the key. */
    protected static RequestSpecification as(Key key) {
        return RestAssured.given().header("Authorization", key.header());
    }

    /** A request of somebody who shows no key. */
    protected static RequestSpecification as() {
        return RestAssured.given();
    }

    /** A request that an operator makes, with JSON. */
    protected static RequestSpecification operator() {
        return as(Key.OPERATOR).contentType(ContentType.JSON);
    }

    protected void watched(MunicipalityFixture... municipalities) {
        for (MunicipalityFixture municipality : municipalities) {
            operator()
                    .body(municipality.json())
                    .put("/api/v1/municipalities/" + municipality.id())
                    .then()
                    .statusCode(201);
        }
    }

    /** The same of many at once. */
    protected void watched(List<MunicipalityFixture> municipalities) {
        operator()
                .body(municipalities.stream()
                        .map(MunicipalityFixture::jsonWithId)
                        .toList())
                .put("/api/v1/municipalities")
                .then()
                .statusCode(200);
    }

    /** An operator puts another version of a municipality that is known. */
    protected void changed(MunicipalityFixture municipality) {
        operator()
                .body(municipality.json())
                .put("/api/v1/municipalities/" + municipality.id())
                .then()
                .statusCode(200);
    }

    protected void deleted(MunicipalityFixture municipality) {
        operator().delete("/api/v1/municipalities/" + municipality.id()).then().statusCode(204);
    }

    protected StatusOf statusOf(MunicipalityFixture municipality) {
        return new StatusOf(municipality.id());
    }

    /** The municipality's stalls, the newest first. */
    protected List<StallOf> stallsOf(MunicipalityFixture municipality) {
        return StallOf.all(municipality.id());
    }

    /** The municipality's stall that is not resolved; there has to be one. */
    protected StallOf stallOf(MunicipalityFixture municipality) {
        return StallOf.byId(statusOf(municipality).stallId().orElseThrow());
    }

    protected List<Mail> mailsTo(String address) {
        return Mailbox.to(address);
    }
}
