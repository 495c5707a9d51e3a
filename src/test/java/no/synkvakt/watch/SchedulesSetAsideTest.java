package no.synkvakt.watch;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schedule that cannot be read stops neither the others nor its owner's reports, is shown, and is tried again. */
@QuarkusTest
class SchedulesSetAsideTest extends FlowTest {

    private static final Map<String, String> AT_TWO = Map.of("cron", "0 2 * * *");
    private static final MunicipalityFixture BROKEN = lillestrom().with("schedule", AT_TWO);
    private static final MunicipalityFixture OTHER =
            owner("other.example", "Other", "WIS").with("schedule", AT_TWO);

    @BeforeEach
    void bothAreDue() {
        watched(BROKEN, OTHER);
        engineOf(BROKEN).startsCycle().completesCycle();
        engineOf(OTHER).startsCycle().completesCycle();
        sql("update municipality set profile = jsonb_set(profile, '{schedule,cron}', '\"at two\"') where id = '"
                + BROKEN.id() + "'");
        pass(Duration.ofHours(25));
    }

    @Test
    void itIsSetAsideWithItsReason_andTheOthersAreReviewed() {
        assertThat(statusOf(OTHER).state()).isEqualTo("STALLED");
        assertThat(statusOf(BROKEN).state()).isEqualTo("OK");
        assertThat(statusOf(BROKEN).json().getString("setAside")).contains("at two");
        assertThat(statusOf(OTHER).json().getMap("")).doesNotContainKey("setAside");
    }

    @Test
    void itsOwnersReportsAreTakenInAllTheSame_andTheWatcherLooksAgain() {
        engineOf(BROKEN).inCycle("2026-11-24").startsCycle().completesCycle();
        assertThat(statusOf(BROKEN).json().getMap("")).doesNotContainKey("setAside");
        tick();
        assertThat(statusOf(BROKEN).json().getString("setAside")).contains("at two");
    }

    @Test
    void itIsTriedAgainAfterAnHour_andAtOnceWhenItIsMended() {
        changed(BROKEN.with("schedule", Map.of("cron", "0 2 * * 1-5")));
        assertThat(statusOf(BROKEN).json().getMap("")).doesNotContainKey("setAside");
        pass(Duration.ofHours(24));
        assertThat(statusOf(BROKEN).state()).isEqualTo("STALLED");
    }
}
