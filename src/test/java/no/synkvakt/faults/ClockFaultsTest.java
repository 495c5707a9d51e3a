package no.synkvakt.faults;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clock that steps, and nights that are an hour or a day other than most, lose no stall and find none twice. */
@QuarkusTest
class ClockFaultsTest extends FlowTest {

    private static final MunicipalityFixture OWNER =
            owner("wis.example", "Wisby", "WIS").with("schedule", Map.of("cron", "0 2 * * *", "zone", "Europe/Oslo"));
    private static final String ADMIN = "ikt@wis.example";
    private static final Duration TICK = Duration.ofSeconds(10);

    @BeforeEach
    void isWatched() {
        watched(OWNER);
    }

    @Test
    void aClockThatStepsTwoHoursForwardFindsTheStallOnce() {
        engineOf(OWNER).startsCycle();
        isDown(Duration.ofHours(2));
        tickFor(Duration.ofMinutes(30));
        assertFoundOnce("NOT_STARTED");
        Findings.note("clock 2 h forward", 1, nothing());
    }

    @Test
    void aClockThatStepsTwoHoursBackFindsTheStallOnceWhenItIsThereAgain() {
        engineOf(OWNER).startsCycle();
        pass(Duration.ofHours(1));
        clock.set(clock.instant().minus(Duration.ofHours(2)));
        tickFor(Duration.ofMinutes(5));
        assertThat(stallsOf(OWNER)).isEmpty();
        pass(Duration.ofHours(3));
        tickFor(Duration.ofMinutes(30));
        assertFoundOnce("NOT_STARTED");
        Findings.note("clock 2 h back", 1, nothing());
    }

    @Test
    void aStallIsFoundOnceAndToldOnceThoughTheClockStepsBackBeforeItsMail() {
        engineOf(OWNER).fails("import-sas", "no route");
        clock.set(clock.instant().minus(Duration.ofHours(2)));
        tick();
        send();
        pass(Duration.ofHours(2));
        assertFoundOnce("FAILED");
    }

    /** Summer time begins: there is no 02:00. It ends: there are two. A leap day. An ordinary night. */
    @ParameterizedTest
    @CsvSource({"2027-03-28", "2027-10-31", "2028-02-29", "2026-11-24"})
    void aCycleThatDoesNotBeginIsMissedOnce(String day) {
        clock.set(Instant.parse(day + "T00:00:00Z").minus(Duration.ofHours(23)));
        engineOf(OWNER).inCycle("before").startsCycle().completesCycle();
        tickFor(Duration.ofMinutes(1));
        for (int half = 0; half < 2 * 29; half++) {
            pass(Duration.ofMinutes(30));
        }
        assertFoundOnce("MISSED");
        Findings.note("a night of " + day, 1, nothing());
    }

    private void tickFor(Duration duration) {
        for (Duration passed = Duration.ZERO; passed.compareTo(duration) < 0; passed = passed.plus(TICK)) {
            pass(TICK);
        }
    }

    private void assertFoundOnce(String verdict) {
        holdPasses();
        assertThat(stallsOf(OWNER)).extracting(StallOf::verdict).containsExactly(verdict);
        assertThat(mailsTo(ADMIN)).hasSize(1);
    }

    private static Audit nothing() {
        return new Audit(List.of(), List.of(), List.of());
    }
}
