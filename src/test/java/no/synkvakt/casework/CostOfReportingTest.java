package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.synkvakt.cycle.EventType;
import no.synkvakt.cycle.StepEvent;
import no.synkvakt.municipality.Municipalities;
import no.synkvakt.testing.FullDatabaseTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report costs what its own cycle holds: neither what the others have reported, nor the years behind it. */
@QuarkusTest
class CostOfReportingTest extends FullDatabaseTest {

    private static final String NIGHTS = "generate_series(1, 700) n";
    private static final String OF_THE_OWNER =
            " where municipality = '" + lillestrom().id() + "'";

    @Inject
    EventIntake intake;

    @Inject
    PingIntake pings;

    @Inject
    Standings standings;

    @Inject
    Municipalities municipalities;

    @BeforeEach
    void yearsHavePassed() {
        watched(lillestrom());
        lillestrom()
                .chain()
                .forEach(step ->
                        engineOf(lillestrom()).inCycle("before").starts(step).completes(step));
        sql("insert into cycle (municipality, id, state, started_at, completed_at, steps)"
                + " select municipality, id || '-' || n, state, started_at - n * interval '1 day',"
                + " completed_at - n * interval '1 day', steps from cycle, " + NIGHTS + OF_THE_OWNER);
        sql("insert into event (source, id, type, municipality, cycle, step, time, received_at)"
                + " select source, id || '-' || n, type, municipality, cycle || '-' || n, step,"
                + " time - n * interval '1 day', received_at from event, " + NIGHTS + OF_THE_OWNER);
        sql("analyze");
        clock.advance(Duration.ofHours(1));
        engineOf(lillestrom()).starts("import-visma-flyt");
    }

    @Test
    void anEventOfACycleUnderWay() {
        readsLittle(() -> accepted(() -> event(EventType.STEP_STARTED, "import-visma-flyt", "2026-11-23")));
    }

    @Test
    void theFirstEventOfACycle() {
        readsLittle(() -> accepted(() -> event(
                EventType.CYCLE_STARTED,
                null,
                "begun-" + UUID.randomUUID().toString().substring(0, 8))));
    }

    @Test
    void theLastEventOfACycle_ofWhichSynkvaktLearns() {
        readsLittle(() -> accepted(() -> event(EventType.CYCLE_COMPLETED, null, "2026-11-23")));
    }

    @Test
    void anEventThatWasSeenBefore() {
        StepEvent seen = event(EventType.STEP_STARTED, "import-visma-flyt", "2026-11-23");
        accepted(() -> seen);
        readsLittle(() -> assertThat(intake.take(lillestrom().id(), List.of(seen), clock.instant()))
                .containsExactly(new Receipt.Duplicate()));
    }

    @Test
    void manyOwnersAtOnceReadWhatTheyReport_andCostNoMoreStatementsThanFew() {
        List<String> owners = IntStream.range(0, 6)
                .mapToObj(number -> owner("at-once-" + number + ".example", "Owner " + number, "WIS"))
                .peek(this::watched)
                .map(MunicipalityFixture::id)
                .toList();
        IntStream.range(0, 3).forEach(time -> together(owners));
        readsLittle(() -> together(owners));
        assertThat(statements(() -> together(owners)))
                .isEqualTo(statements(() -> together(owners.subList(0, 2))))
                .isLessThan(20);
    }

    private void together(List<String> owners) {
        Map<String, List<StepEvent>> reported = new TreeMap<>();
        owners.forEach(id -> reported.put(id, List.of(event(EventType.STEP_STARTED, "import-sas", "2026-11-23"))));
        assertThat(intake.takeFree(reported, clock.instant())).hasSize(owners.size());
    }

    @Test
    void aPing() {
        String key = municipalities.pingKey(lillestrom().id()).orElseThrow();
        readsLittle(() -> assertThat(pings.take(new Ping(key, "import-visma-flyt", EventType.STEP_STARTED, null)))
                .isPresent());
    }

    @Test
    void howOneOwnerStands() {
        readsLittle(() -> assertThat(standings.of(lillestrom().id())).isEqualTo(MunicipalityState.RUNNING));
    }

    private void accepted(Supplier<StepEvent> event) {
        assertThat(intake.take(lillestrom().id(), List.of(event.get()), clock.instant()))
                .containsExactly(new Receipt.Accepted());
    }

    private StepEvent event(EventType type, @Nullable String step, String cycle) {
        return new StepEvent("/engine", UUID.randomUUID().toString(), type, cycle, step, clock.instant(), null);
    }
}
