package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.testing.ConsoleLog;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Malformed input as it comes over the network: all of it is answered with a problem. What the problem says is held here only
 * where the request itself decides it or the database has to be asked; elsewhere the readers' tests have it.
 */
@QuarkusTest
class MalformedRequestsTest extends MalformedRequests {

    private static final int INVALID = 422;

    private String before = "";
    private final ConsoleLog console = ConsoleLog.open();

    @BeforeEach
    void lillestromIsWatched() {
        watched(lillestrom());
        before = rows();
    }

    @AfterEach
    void nothingIsStoredAndNoFailureLogged() {
        console.close();
        assertThat(rows()).isEqualTo(before);
        assertThat(console.shown()).noneMatch(line -> line.contains(" ERROR "));
    }

    @TestFactory
    Stream<DynamicTest> bodiesOfEvents() {
        return Case.tests("events/bodies.txt", 5, one -> refused(status(one), ContentType.ONE, one.input()));
    }

    @TestFactory
    Stream<DynamicTest> attributesOfEvents() {
        return Case.tests("events/attributes.txt", 5, one -> refused(INVALID, ContentType.ONE, event(one)));
    }

    @TestFactory
    Stream<DynamicTest> headersOfEvents() {
        return Case.tests(
                "events/headers.txt",
                5,
                one -> refused(INVALID, GoodEvent.headersWith(one.written().split("↵")), GoodEvent.DATA));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotKnown() {
        return Case.tests("events/unknown.txt", 5, one -> {
            ProblemAnswer problem = refused(INVALID, ContentType.ONE, event(one));
            assertThat(problem.error().field()).isEqualTo(one.expected().get(1));
            assertThat(problem.error().accepted()).contains(one.expected().get(2));
        });
    }

    @TestFactory
    Stream<DynamicTest> requestsThatAreNone() {
        return Case.tests("events/requests.txt", 6, one -> {
            Expected expected = Expected.of(one.expected().subList(1, 4));
            ProblemAnswer problem = refused(expected.status(), ContentType.of(one), one.input());
            assertThat(problem.fields()).isEqualTo(expected.fields());
            assertThat(problem.toString()).contains(expected.words());
        });
    }

    @TestFactory
    Stream<DynamicTest> municipalities() {
        return Stream.of(
                        Case.tests("municipalities/bodies.txt", 5, one -> refusedToPut(status(one), one.input())),
                        Case.tests(
                                "municipalities/fields.txt",
                                5,
                                one -> refusedToPut(INVALID, GoodMunicipality.with(one))),
                        Case.tests(
                                "municipalities/crons.txt",
                                2,
                                one -> refusedToPut(INVALID, GoodMunicipality.withCron(one))),
                        Case.tests(
                                "municipalities/zones.txt",
                                2,
                                one -> refusedToPut(INVALID, GoodMunicipality.withZone(one))))
                .flatMap(tests -> tests);
    }

    private static ProblemAnswer refused(int status, List<String> headers, byte[] body) {
        return refused(status, "POST", "/api/v1/events", Key.INGEST, headers, body);
    }

    private static void refusedToPut(int status, byte[] body) {
        String path = "/api/v1/municipalities/" + GoodMunicipality.ID;
        refused(status, "PUT", path, Key.OPERATOR, List.of("Content-Type: application/json"), body);
    }

    private static byte[] event(Case one) {
        return Case.unescaped(GoodEvent.with(one.expected().get(0), one.written()));
    }

    private static int status(Case one) {
        return Integer.parseInt(one.expected().get(0));
    }
}
