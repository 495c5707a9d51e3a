package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes at the same time is taken in together, and each as if it had come alone. */
@QuarkusTest
class EventsTogetherTest extends FlowTest {

    private static final MunicipalityFixture OTHER = owner("other.example", "Other", "WIS");
    private static final String LOCK =
            "select 1 from municipality where id = '" + lillestrom().id() + "' for no key update";

    @Inject
    EventsTogether together;

    @Inject
    PingsTogether pings;

    @Inject
    PingIntake intake;

    @Inject
    Municipalities municipalities;

    @BeforeEach
    void known() {
        watched(lillestrom(), OTHER);
    }

    @Test
    void whoseLockSomebodyElseHolds_keepsNobodyElseWaiting() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(LOCK);
            Future<Map<String, List<Receipt>>> receipts = threads.submit(() -> together.take(
                    Map.of(lillestrom().id(), List.of(started("a")), OTHER.id(), List.of(started("b"))),
                    clock.instant()));
            await().until(() -> queried("select municipality from event").equals(List.of(OTHER.id())));
            assertThat(receipts).isNotDone();
            assertThat(pings.take(ping(OTHER, "import-sas"))).isPresent();
            connection.rollback();
            assertThat(receipts.get().values()).containsOnly(List.of(new Receipt.Accepted()));
            assertThat(queried("select distinct municipality from event"))
                    .contains(lillestrom().id());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void eachGetsTheReceiptsOfItsOwnEvents_alsoWhereOthersReportTheSameOwner() throws Exception {
        StepEvent seen = started("seen");
        together.take(Map.of(OTHER.id(), List.of(seen)), clock.instant());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Map<String, List<Receipt>>>> answers = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            StepEvent mine = started("n-" + number);
            answers.add(threads.submit(() -> together.take(
                    Map.of(OTHER.id(), List.of(mine, seen, unfit()), "nobody.example", List.of(mine)),
                    clock.instant())));
        }
        for (Future<Map<String, List<Receipt>>> answer : answers) {
            assertThat(answer.get().get(OTHER.id()))
                    .hasSize(3)
                    .satisfiesExactly(
                            first -> assertThat(first).isInstanceOf(Receipt.Accepted.class),
                            second -> assertThat(second).isInstanceOf(Receipt.Duplicate.class),
                            third -> assertThat(third).isInstanceOf(Receipt.Rejected.class));
            assertThat(answer.get().get("nobody.example")).singleElement().isInstanceOf(Receipt.Rejected.class);
        }
        threads.shutdown();
        assertThat(queried("select count(*)::text from event")).containsExactly("51");
    }

    @Test
    void ofPingsTogether_eachIsAnsweredForItself_theSecondOfAnOwnerIsLeftForTheNextTime() {
        List<PingIntake.Outcome> outcomes = intake.takeFree(List.of(
                ping(OTHER, "import-sas"),
                ping(lillestrom(), "no-such-step"),
                new Ping("no-such-key", "import-sas", EventType.STEP_COMPLETED, null),
                ping(OTHER, "synchronization")));
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(PingIntake.Outcome.Answered.class, taken -> assertThat(
                        taken.answer().orElseThrow().changed())
                .isTrue());
        assertThat(outcomes.get(1)).isInstanceOf(PingIntake.Outcome.Refused.class);
        assertThat(outcomes.get(2)).isEqualTo(new PingIntake.Outcome.Answered(Optional.empty()));
        assertThat(outcomes.get(3)).isEqualTo(new PingIntake.Outcome.Left());
        assertThat(queried("select step from event")).containsExactly("import-sas");
    }

    @Test
    void whatABatchHoldsInTwoPartsIsTakenInWhole() {
        List<StepEvent> many = new ArrayList<>();
        List<StepEvent> others = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            many.add(event("m-" + number, null));
            others.add(event("o-" + number, null));
        }
        Map<String, List<Receipt>> receipts =
                together.take(Map.of(OTHER.id(), others, lillestrom().id(), many), clock.instant());
        assertThat(receipts.values())
                .allSatisfy(each -> assertThat(each).hasSize(500).containsOnly(new Receipt.Accepted()));
        assertThat(queried("select count(*)::text from event")).containsExactly("1000");
    }

    private Ping ping(MunicipalityFixture owner, String step) {
        return new Ping(municipalities.pingKey(owner.id()).orElseThrow(), step, EventType.STEP_COMPLETED, null);
    }

    private StepEvent started(String id) {
        return event(id, null);
    }

    private StepEvent unfit() {
        return event(UUID.randomUUID().toString(), "import-no-such");
    }

    private StepEvent event(String id, @Nullable String step) {
        EventType type = step == null ? EventType.CYCLE_STARTED : EventType.STEP_STARTED;
        return new StepEvent("/engine", id, type, "2026-11-23", step, clock.instant(), null);
    }
}
