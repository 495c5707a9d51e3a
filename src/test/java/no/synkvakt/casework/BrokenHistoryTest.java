package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle of the past that can no longer be read teaches nothing, and stops neither reports nor alarms. */
@QuarkusTest
class BrokenHistoryTest extends FlowTest {

    private final MunicipalityFixture wis = owner("wis.example", "Wisby", "WIS");
    private Engine tonight;

    @BeforeEach
    void lastNightIsBroken() {
        watched(wis);
        engineOf(wis).startsCycle().completesCycle();
        sql("update cycle set steps = '[{\"step\": 7, \"state\": \"NO_SUCH\"}]'");
        clock.advance(Duration.ofDays(1));
        tonight = engineOf(wis).inCycle("tonight").startsCycle();
    }

    @Test
    void theNextCycleIsTakenInToItsEnd() {
        tonight.completes("Import SAS").completesCycle();

        assertThat(statusOf(wis).state()).isEqualTo("OK");
    }

    @Test
    void itsStallIsFoundAndTold() {
        pass(Duration.ofHours(2));
        holdPasses();

        assertThat(statusOf(wis).state()).isEqualTo("STALLED");
        assertThat(mailsTo("ikt@wis.example")).hasSize(1);
    }
}
