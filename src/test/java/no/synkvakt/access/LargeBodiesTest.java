package no.synkvakt.access;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.RawHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many large bodies at once cannot end the process. Here 6 MB may be under way, so that one and a half do not fit. */
@QuarkusTest
class LargeBodiesTest extends FlowTest {

    private static final int ONE = 5_000_000;
    private static final int HALF = 2_500_000;

    @AfterEach
    void untilThereIsRoom() {
        await().until(this::half, answer -> answer.status() == 400);
    }

    @Test
    void whoComesWithALargeBodyWhileAnotherIsReadIsAskedToComeAgain() {
        try (RawHttp.Begun other = begin(Key.INGEST)) {
            RawHttp.Answer refused = await().until(this::half, answer -> answer.status() == 503);

            assertThat(other.isOpen()).isTrue();
            assertThat(refused.headers()).containsEntry("retry-after", "1").containsEntry("connection", "close");
            assertThat(refused.body()).contains("Retry-After").contains("503");
        }
    }

    @Test
    void oneAloneIsTaken_andTheNextAfterIt() {
        assertThat(half().status()).isEqualTo(400);
        assertThat(half().status()).isEqualTo(400);
        assertThat(half().status()).isEqualTo(400);
    }

    @Test
    void reportsAreTakenAllTheSame() {
        watched(lillestrom());
        try (RawHttp.Begun other = begin(Key.INGEST)) {
            await().until(this::half, answer -> answer.status() == 503);
            engineOf(lillestrom()).completes("import-visma-flyt");
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void aBodyOfUnknownLengthCountsAsTheLargest() {
        try (RawHttp.Begun other = begin(Key.INGEST)) {
            await().until(this::half, answer -> answer.status() == 503);
            assertThat(RawHttp.stream("POST", "/api/v1/events", Key.INGEST, RawHttp.BATCH, 10)
                            .status())
                    .isEqualTo(503);
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void whoMayNotCallTakesNobodysRoom() {
        try (RawHttp.Begun stranger = begin(null);
                RawHttp.Begun viewer = begin(Key.VIEWER)) {
            stranger.untilAnswered();
            viewer.untilAnswered();
            assertThat(half().status()).isEqualTo(400);
        }
    }

    private static RawHttp.Begun begin(@Nullable Key key) {
        return RawHttp.begin("POST", "/api/v1/events", key, ONE);
    }

    /** Nonsense, which is read to its end and refused for what it is. */
    private RawHttp.Answer half() {
        return RawHttp.send("POST", "/api/v1/events", Key.INGEST, RawHttp.BATCH, HALF);
    }
}
