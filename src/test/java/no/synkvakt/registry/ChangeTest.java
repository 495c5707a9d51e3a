package no.synkvakt.registry;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of a municipality does to the cycle that is open: its chain stays, its due time follows at once. */
@QuarkusTest
class ChangeTest extends FlowTest {

    private static final String DUE = "select due_at at time zone 'UTC' from cycle";
    private static final MunicipalityFixture OWNER = owner("x.example", "X", "WIS");

    @BeforeEach
    void aCycleIsOpen() {
        watched(OWNER);
        engineOf(OWNER).startsCycle();
    }

    @Test
    void theOpenCycleKeepsItsChain_theNextOneHasTheNewOne() {
        put(OWNER.withChain("import-sas", "export-lms"));
        assertThat(statusOf(OWNER).json().getList("cycle.steps.step"))
                .isEqualTo(List.of("import-sas", "synchronization", "export-365"));
        engineOf(OWNER).completes("synchronization");
        Engine.send(engineOf(OWNER).event("step.completed", "export-lms", Map.of()))
                .statusCode(422);
        clock.advance(Duration.ofHours(24));
        engineOf(OWNER).inCycle("2026-11-24").startsCycle();
        assertThat(statusOf(OWNER).json().getList("cycle.steps.step")).isEqualTo(List.of("import-sas", "export-lms"));
    }

    @Test
    void changedExpectationsMoveItsDueTimeInTheSameCommit_alsoWhereTheWatcherLooks() {
        assertThat(dueOf("import-sas")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(new Stored(database).value(DUE)).isEqualTo("2026-11-23 03:00:00");
        put(OWNER.expecting("import-sas", Duration.ofMinutes(10)));
        assertThat(dueOf("import-sas")).isEqualTo("2026-11-23T01:10:00Z");
        assertThat(new Stored(database).value(DUE)).isEqualTo("2026-11-23 01:10:00");
        assertThat((String) statusOf(OWNER).step("import-sas", "expected.basis"))
                .isEqualTo("OVERRIDDEN");
        put(OWNER);
        assertThat(new Stored(database).value(DUE)).isEqualTo("2026-11-23 03:00:00");
        assertThat((String) statusOf(OWNER).step("import-sas", "expected.basis"))
                .isEqualTo("CONFIGURED");
    }

    @Test
    void aStepIsOverdueByTheNewTime_notByTheOld() {
        put(OWNER.expecting("import-sas", Duration.ofMinutes(10)));
        pass(Duration.ofMinutes(10).minusNanos(1000));
        assertThat(statusOf(OWNER).state()).isEqualTo("RUNNING");
        pass(Duration.ofNanos(1000));
        assertThat(statusOf(OWNER).state()).isEqualTo("STALLED");
    }

    @Test
    void aPutOfManyMovesItTooInOneCommit() {
        operator()
                .body(List.of(OWNER.expecting("import-sas", Duration.ofHours(5)).jsonWithId()))
                .put("/api/v1/municipalities")
                .then()
                .statusCode(200);
        assertThat(new Stored(database).value(DUE)).isEqualTo("2026-11-23 06:00:00");
    }

    @Test
    void aChangeThatIsRefusedMovesNothing() {
        operator()
                .body(OWNER.with("sis", "PAPER")
                        .expecting("import-sas", Duration.ofHours(5))
                        .json())
                .put("/api/v1/municipalities/x.example")
                .then()
                .statusCode(422);
        assertThat(new Stored(database).value(DUE)).isEqualTo("2026-11-23 03:00:00");
    }

    @Test
    void aPingKeyOutlivesAChange() {
        String before = new Stored(database).value("select ping_key from municipality");
        put(OWNER.with("name", "Y"));
        assertThat(new Stored(database).value("select ping_key from municipality"))
                .isEqualTo(before);
    }

    private static void put(MunicipalityFixture changed) {
        operator()
                .body(changed.json())
                .put("/api/v1/municipalities/" + changed.id())
                .then()
                .statusCode(200);
    }

    private String dueOf(String step) {
        return statusOf(OWNER).step(step, "dueAt");
    }
}
