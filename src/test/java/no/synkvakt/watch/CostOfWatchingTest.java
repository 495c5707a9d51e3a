package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import no.synkvakt.metrics.Gauges;
import no.synkvakt.notice.Deliveries;
import no.synkvakt.testing.FullDatabaseTest;
import org.junit.jupiter.api.Test;

/** What runs every few seconds costs what is due, not what is watched or was. */
@QuarkusTest
class CostOfWatchingTest extends FullDatabaseTest {

    @Inject
    Gauges gauges;

    @Inject
    Deliveries deliveries;

    @Test
    void aTickWithNothingDueReadsNextToNothing() {
        readsLittle(this::tick);
    }

    @Test
    void aTickReadsWhatIsDue() {
        watched(lillestrom().with("expected", Map.of("import-visma-flyt", "PT5M")));
        engineOf(lillestrom()).starts("import-visma-flyt");
        clock.advance(Duration.ofMinutes(6));
        readsLittle(this::tick);
        assertThat(queried("select municipality from stall where verdict = 'OVERRUN'"))
                .containsExactly(lillestrom().id());
    }

    @Test
    void theFiguresAreReadWithoutWhatIsOver() {
        readsLittle(gauges::refresh);
    }

    @Test
    void theSenderLooksAtNothingButWhatWaits() {
        readsLittle(() -> deliveries.take(64, clock.instant()));
    }
}
