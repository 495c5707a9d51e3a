package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Municipalities and crons that are none. */
@QuarkusTest
class MalformedMunicipalitiesTest extends MalformedRequests {

    private static final String PATH = "/api/v1/municipalities/x.example";
    private static final List<String> JSON = List.of("Content-Type: application/json");
    private static final MunicipalityFixture GOOD = owner("x.example", "X", "WIS");

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Case.tests("municipalities/bodies.txt", 5, one -> assertRefused(one.expected(), one.input()));
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        return Case.tests("municipalities/fields.txt", 5, one -> {
            List<String> answer =
                    List.of("422", one.expected().get(1), one.expected().get(2));
            assertRefused(answer, with(one.expected().get(0), one.written()));
        });
    }

    @TestFactory
    Stream<DynamicTest> crons() {
        return Case.tests(
                "municipalities/crons.txt",
                2,
                one -> assertRefused(
                        List.of("422", "schedule.cron", "five fields"),
                        with("schedule", "{\"cron\":\"" + one.written() + "\"}")));
    }

    @TestFactory
    Stream<DynamicTest> zones() {
        return Case.tests(
                "municipalities/zones.txt",
                2,
                one -> assertRefused(
                        List.of("422", "schedule.zone", "an IANA time zone"),
                        with("schedule", "{\"cron\":\"0 2 * * *\",\"zone\":\"" + one.written() + "\"}")));
    }

    @TestFactory
    Stream<DynamicTest> cronsThatLookMalformedAndAreNot() {
        return Case.tests("municipalities/good-crons.txt", 2, one -> {
            byte[] body = with("schedule", "{\"cron\":\"" + one.written() + "\"}");
            RawHttp.Answer answer = RawHttp.send("PUT", PATH, Key.OPERATOR, JSON, body);
            assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        });
    }

    private void assertRefused(List<String> answer, byte[] body) {
        assertRefused(answer, "PUT", PATH, Key.OPERATOR, JSON, body);
    }

    /** A good municipality with another value of the field, in JSON. */
    private static byte[] with(String field, String value) {
        String good = new String(Json.bytes(GOOD.without(field).json()), StandardCharsets.UTF_8);
        return Case.unescaped("{\"" + field + "\":" + value + "," + good.substring(1));
    }
}
