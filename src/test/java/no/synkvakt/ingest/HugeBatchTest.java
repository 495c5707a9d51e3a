package no.synkvakt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.ProblemAnswer;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.Test;

/** A body that is allowed by its size, and would fill the memory by what is in it. */
@QuarkusTest
class HugeBatchTest extends FlowTest {

    @Test
    void moreElementsThanEventsWouldFitAreRefusedAtOnce() {
        Response refused = sent(50_001);
        assertThat(ProblemAnswer.of(refused).status()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("50001 events")
                .contains("at most 50000")
                .hasSizeLessThan(1_000);
    }

    @Test
    void manyThatAreRefusedAreNamedOneByOne_andSummedUpByTheFirst() {
        Response refused = sent(1_000);
        assertThat(ProblemAnswer.of(refused).status()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("rejected")).hasSize(1_000);
        assertThat(refused.jsonPath().getList("errors")).hasSize(100);
    }

    @Test
    void moreTokensThanEventsWouldHaveAreNotRead() {
        Response refused = sent(1_000_001);
        assertThat(ProblemAnswer.of(refused).status()).isEqualTo(400);
        assertThat(refused.asString()).contains("oken").hasSizeLessThan(1_000);
    }

    private Response sent(int elements) {
        return as(Key.INGEST)
                .contentType(RawHttp.BATCH)
                .body("[" + "1,".repeat(elements - 1) + "1]")
                .post("/api/v1/events");
    }
}
