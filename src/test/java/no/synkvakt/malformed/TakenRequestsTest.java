package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is good in a request is taken, whatever is beside it and however it looks. */
@QuarkusTest
class TakenRequestsTest extends FlowTest {

    @BeforeEach
    void lillestromIsWatched() {
        watched(lillestrom());
    }

    @TestFactory
    Stream<DynamicTest> batchesOfWhichTheRestIsTaken() {
        return Case.tests("events/batches.txt", 4, one -> {
            String batch = one.written();
            for (int number = 1; batch.contains("GOOD"); number++) {
                batch = batch.replaceFirst("GOOD", GoodEvent.of(one.name() + number));
            }
            JsonPath json = taken(ContentType.BATCH, batch);
            assertThat(json.getList("rejected.index", Integer.class))
                    .containsExactly(Integer.valueOf(one.expected().get(0)));
            assertThat(json.getList("rejected[0].problem.errors.field"))
                    .containsExactly(one.expected().get(1));
            assertThat(json.getInt("accepted")).isEqualTo(2);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatLooksMalformedAndIsNot() {
        return Case.tests("events/taken.txt", 4, one -> {
            String body = one.written().replace("GOOD", GoodEvent.of(one.name()));
            assertThat(taken(ContentType.of(one), body).getInt("accepted"))
                    .isEqualTo(Integer.parseInt(one.expected().get(1)));
        });
    }

    private static JsonPath taken(List<String> headers, String body) {
        RawHttp.Answer answer = RawHttp.send("POST", "/api/v1/events", Key.INGEST, headers, Case.unescaped(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return JsonPath.from(answer.body());
    }
}
