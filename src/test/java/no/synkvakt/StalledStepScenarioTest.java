package no.synkvakt;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** What Synkvakt is for, from beginning to end. */
@QuarkusTest
class StalledStepScenarioTest extends FlowTest {

    private static final Duration TICK = Duration.ofSeconds(10);
    private static final String ADMIN = "ikt@lillestrom.example";

    @Test
    void aCycleStandsStillAtImportFlyVo_theAdminIsToldWhatToDo_andThatItIsOver() {
        MunicipalityFixture lillestrom = lillestrom().expecting("import-flyvo", Duration.ofHours(2));
        watched(lillestrom);
        Engine engine = engineOf(lillestrom).startsCycle();
        clock.advance(Duration.ofMinutes(14));
        engine.completes("Import Visma Flyt");
        Instant deadline = clock.instant().plus(Duration.ofHours(2));

        pass(Duration.ofHours(2).minusNanos(1000));
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");

        pass(TICK);
        var stalled = statusOf(lillestrom);
        assertThat(stalled.state()).isEqualTo("STALLED");
        assertThat((String) stalled.stall("step")).isEqualTo("import-flyvo");
        assertThat((String) stalled.stall("verdict")).isEqualTo("NOT_STARTED");
        assertThat(stalled.stallTime("dueAt")).isEqualTo(deadline);
        assertThat(stalled.stallTime("detectedAt")).isBetween(deadline, deadline.plus(TICK));
        assertThat(stalled.json().getList("stall.remedy.tasks", String.class))
                .containsExactly("eFeide Export FlyVO", "eFeide synkronisering");

        send();
        assertThat(mailsTo(ADMIN)).as("during the hold").isEmpty();
        holdPasses();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        Mail alarm = mailsTo(ADMIN).get(0);
        assertThat(alarm.subject()).contains("Lillestrøm", "Import FlyVo");
        assertThat(alarm.text())
                .contains("ADM-SRV-07", "Kjør oppgaven «eFeide Export FlyVO» eller «eFeide synkronisering»");

        engine.completes("Import FlyVo");
        send();
        assertThat(statusOf(lillestrom).state()).isEqualTo("RUNNING");
        assertThat(mailsTo(ADMIN)).hasSize(2);
        Mail allClear = mailsTo(ADMIN).get(1);
        assertThat(allClear.kind()).isEqualTo("RESOLVED");
        assertThat(allClear.header("In-Reply-To")).isEqualTo(alarm.id());
    }
}
