package no.synkvakt.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.synkvakt.registry.MunicipalityReaders;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Municipalities and crons that are none, and what they are refused for. */
class MalformedMunicipalitiesTest {

    private static final String CRON =
            "five fields (minute hour day-of-month month day-of-week) that come true some day, such as 0 2 * * *";
    private static final String ZONE = "an IANA time zone such as Europe/Oslo";
    private static final int INVALID = 422;

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Case.tests(
                "municipalities/bodies.txt", 5, one -> assertRefused(Expected.of(one.expected()), one.input()));
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        return Case.tests(
                "municipalities/fields.txt",
                5,
                one -> assertRefused(
                        Expected.of(
                                INVALID, one.expected().get(1), one.expected().get(2)),
                        GoodMunicipality.with(one)));
    }

    @TestFactory
    Stream<DynamicTest> crons() {
        return Case.tests(
                "municipalities/crons.txt",
                2,
                one -> assertRefused(Expected.of(INVALID, "schedule.cron", CRON), GoodMunicipality.withCron(one)));
    }

    @TestFactory
    Stream<DynamicTest> zones() {
        return Case.tests(
                "municipalities/zones.txt",
                2,
                one -> assertRefused(Expected.of(INVALID, "schedule.zone", ZONE), GoodMunicipality.withZone(one)));
    }

    @TestFactory
    Stream<DynamicTest> cronsThatLookMalformedAndAreNot() {
        return Case.tests("municipalities/good-crons.txt", 2, one -> assertThat(
                        MunicipalityReaders.read(GoodMunicipality.withCron(one), GoodMunicipality.ID)
                                .schedule())
                .extracting("cron")
                .isEqualTo(one.written()));
    }

    private static void assertRefused(Expected expected, byte[] body) {
        expected.assertIs(MunicipalityReaders.refusal(body, GoodMunicipality.ID));
    }
}
