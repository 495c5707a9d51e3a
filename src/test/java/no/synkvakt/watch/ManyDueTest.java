package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** However much is due at once, a tick finds all of it, and however many tick, each stall is found once. */
@QuarkusTest
class ManyDueTest extends FlowTest {

    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int PORTION = 125;
    private static final Duration EXPECTED = Duration.ofHours(2);

    @Test
    void aThousandStepsThatAreDueInTheSameSecondAreFoundWithinATick() {
        cyclesBegin(1000);
        pass(EXPECTED.minus(Duration.ofSeconds(3)));
        assertThat(queried("select id from stall")).isEmpty();
        pass(TICK);
        assertThat(queried("select count(*) from stall")).containsExactly("1000");
        assertThat(queried("select max(detected_at - due_at) <= interval '10 seconds' from stall"))
                .containsExactly("t");
        assertThat(queried("select count(distinct municipality) from notice")).containsExactly("1000");
        assertThat(queried("select id from cycle where due_at is not null")).isEmpty();
    }

    @Test
    void twoWhoTickAtOnceFindEachStallOnceAndTellOfItOnce() {
        cyclesBegin(250);
        clock.advance(EXPECTED);
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::tick);
        tick();
        other.join();
        assertThat(queried("select count(*) from stall")).containsExactly("250");
        assertThat(queried("select count(*) from notice")).containsExactly("250");
        assertThat(queried("select count(distinct municipality) from notice")).containsExactly("250");
    }

    @Test
    void howeverManyHaveSomethingToLearnFrom_aTickLearnsFromAllOfThem() {
        cyclesBegin(125);
        sql("update cycle set state = 'COMPLETED', completed_at = started_at, due_at = null");
        sql("insert into to_learn (municipality, due_at) select id, now() - interval '1 year' from municipality");
        tick();
        assertThat(queried("select municipality from to_learn")).isEmpty();
    }

    private void cyclesBegin(int owners) {
        for (int first = 0; first < owners; first += PORTION) {
            begin(IntStream.range(first, first + PORTION)
                    .mapToObj(index -> owner("owner-" + index + ".example", "Owner " + index, "WIS"))
                    .toList());
        }
    }

    private void begin(List<MunicipalityFixture> owners) {
        operator()
                .body(Json.bytes(
                        owners.stream().map(MunicipalityFixture::jsonWithId).toList()))
                .put("/api/v1/municipalities")
                .then()
                .statusCode(200);
        as(Key.INGEST)
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(Json.bytes(owners.stream()
                        .map(one -> engineOf(one).event("cycle.started", null, Map.of()))
                        .toList()))
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }
}
