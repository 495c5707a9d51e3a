package no.synkvakt.deadline;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Nights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Eight nights teach how long a step takes; the ninth goes by it, or shows what it would have been. */
@QuarkusTest
class LearnedNightsTest extends FlowTest {

    private static final MunicipalityFixture OWNER = owner("ovre.example", "Øvre", "WIS");
    private static final String ADMIN = "ikt@ovre.example";
    private static final String STEP = "synchronization";
    private static final Duration CONFIGURED = Duration.ofMinutes(45);
    private static final Duration SMALLEST = Duration.ofNanos(1000);

    @Test
    void withLearningOn_theNinthNightStallsAtTheLearnedLimit_andTheMailSaysWhatIsUsual() {
        learning.set(Learning.ON);
        nights(Learner.FEWEST);
        ninth();

        assertThat((String) expected("basis")).isEqualTo("LEARNED");
        assertThat((Integer) expected("samples")).isEqualTo(Learner.FEWEST);
        assertThat((String) expected("median")).isEqualTo("PT5M");
        assertThat((String) expected("spread")).isNotNull();
        assertThat(triedAt()).isNull();
        Duration limit = Duration.parse(expected("duration"));
        assertThat(limit).isBetween(Duration.ofMinutes(5), CONFIGURED.minusMinutes(1));

        pass(limit.minus(SMALLEST));
        assertThat(stallsOf(OWNER)).isEmpty();
        Instant due = clock.instant().plus(SMALLEST);
        pass(SMALLEST);
        assertThat(stallOf(OWNER).time("dueAt")).isEqualTo(due);
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Steget er vanligvis ferdig på 5 min. Nå har det gått "));
    }

    @Test
    void inTheShadow_theConfiguredLimitHolds_andTheRunKeepsWhatTheLearnedOneWouldHaveSaid() {
        nights(Learner.FEWEST);
        Engine ninth = ninth();
        Instant ready = clock.instant();

        assertThat((Map<?, ?>) statusOf(OWNER).<Map<String, Object>>step(STEP, "expected"))
                .isEqualTo(Map.of("duration", "PT45M", "basis", "CONFIGURED", "samples", 0));
        Duration limit = Duration.parse(learned("limit"));
        assertThat((String) learned("dueAt")).isEqualTo(ready.plus(limit).toString());
        assertThat((Integer) learned("samples")).isEqualTo(Learner.FEWEST);
        assertThat((String) learned("median")).isEqualTo("PT5M");
        assertThat((String) learned("outcome")).isNull();

        pass(CONFIGURED.minus(SMALLEST));
        assertThat(stallsOf(OWNER)).isEmpty();
        ninth.completes(STEP);
        assertThat((String) learned("outcome")).isEqualTo("FALSE_ALARM");
    }

    @Test
    void inTheShadow_aStallIsOneAtTheConfiguredLimit_andShowsThatItWouldHaveBeenEarlier() {
        nights(Learner.FEWEST);
        Engine ninth = ninth();
        pass(CONFIGURED);
        assertThat(stallOf(OWNER).time("dueAt")).isEqualTo(clock.instant());
        clock.advance(SMALLEST);
        ninth.completes(STEP);
        assertThat((String) learned("outcome")).isEqualTo("EARLIER");
    }

    @Test
    void sevenNightsTeachNothing() {
        learning.set(Learning.ON);
        nights(Learner.FEWEST - 1);
        nights().begin(Learner.FEWEST - 1);
        assertThat((String) expected("basis")).isEqualTo("CONFIGURED");
        assertThat(queried("select step from learned")).isEmpty();
    }

    @Test
    void aCycleTeachesOnlyOnceItIsComplete() {
        nights(Learner.FEWEST - 1);
        Engine eighth = nights().begin(Learner.FEWEST - 1);
        nights().completes(eighth, 2, 0);
        nights().completes(eighth, 5, 1);
        assertThat(queried("select step from learned")).isEmpty();
        nights().completes(eighth, 7, 2);
        assertThat(queried("select step from learned")).hasSize(3);
    }

    @Test
    void aMailNamesAsUsualWhatTheLimitWasLearnedFrom() {
        learning.set(Learning.ON);
        nights(Learner.FEWEST);
        sql("update learned set median_ms = 240000");
        ninth();
        pass(Duration.parse(expected("duration")));
        holdPasses();
        assertThat(mailsTo(ADMIN)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Steget er vanligvis ferdig på 4 min. Nå har det gått "));
    }

    @Test
    void theMunicipalitysOwnLimitWinsOverTheLearnedOne_whichIsNotTried() {
        watched(OWNER.expecting(STEP, Duration.ofHours(3)));
        nights().ordinary(Learner.FEWEST);
        nights().begin(Learner.FEWEST);
        assertThat(triedAt()).isNull();

        learning.set(Learning.ON);
        nights().begin(Learner.FEWEST + 1);
        assertThat((String) expected("basis")).isEqualTo("OVERRIDDEN");
        assertThat((String) expected("duration")).isEqualTo("PT3H");
    }

    @Test
    void withLearningOff_nothingIsLearnedAndNothingShown() {
        learning.set(Learning.OFF);
        nights(Learner.FEWEST);
        assertThat(queried("select step from learned")).isEmpty();

        learning.set(Learning.SHADOW);
        nights().begin(Learner.FEWEST).completesCycle();
        pass(Lessons.SOON);
        assertThat(queried("select distinct municipality from learned")).containsExactly(OWNER.id());

        learning.set(Learning.OFF);
        nights().begin(Learner.FEWEST + 1);
        assertThat(triedAt()).isNull();
    }

    @Test
    void aNightOnWhichTheStepFailedOnTheWayTeachesNothingOfIt() {
        nights(Learner.FEWEST - 1);
        Engine eighth = nights().begin(Learner.FEWEST - 1);
        passMinutes(2);
        eighth.completes("import-sas").fails(STEP, "no space").starts(STEP);
        passMinutes(5);
        eighth.completes(STEP);
        passMinutes(7);
        eighth.completes("export-365");
        pass(Lessons.SOON);
        assertThat(queried("select step from learned order by step")).containsExactly("export-365", "import-sas");
    }

    @Test
    void theTrueEndOfAStepThatWasOnlyInferredTeachesAtOnce() {
        nights(Learner.FEWEST - 1);
        Engine eighth = nights().begin(Learner.FEWEST - 1);
        passMinutes(2);
        eighth.completes("import-sas");
        passMinutes(20);
        eighth.completes("export-365");
        pass(Lessons.SOON);
        assertThat(queried("select step from learned order by step")).containsExactly("import-sas");

        eighth.ago(Duration.ofMinutes(15)).completes(STEP);
        pass(Lessons.SOON);
        assertThat(queried("select step from learned order by step")).containsExactly("export-365", "import-sas", STEP);
    }

    @Test
    void whatWasLearnedOfAStepThatLeftTheChainIsForgottenWithTheNextCompleteCycle_theRestStays() {
        nights(Learner.FEWEST);
        changed(OWNER.withChain("import-sas", "export-365"));
        assertThat(queried("select step from learned")).hasSize(3);
        Engine ninth = ninth();
        passMinutes(7);
        ninth.completes("export-365");
        pass(Lessons.SOON);
        assertThat(queried("select step from learned order by step")).containsExactly("export-365", "import-sas");
    }

    @Test
    void whatWasLearnedGoesWithItsMunicipality() {
        nights(Learner.FEWEST);
        deleted(OWNER);
        assertThat(queried("select step from learned")).isEmpty();
    }

    @Test
    void brokenNumbersStopNobody_whatIsConfiguredHolds() {
        learning.set(Learning.ON);
        nights(Learner.FEWEST);
        for (String limit : new String[] {"-1", "0", "9223372036854775807"}) {
            sql("update learned set limit_ms = " + limit);
            nights().begin(Learner.FEWEST);
            assertThat((String) expected("basis")).isEqualTo("CONFIGURED");
            assertThat((String) expected("duration")).isEqualTo("PT45M");
        }
    }

    @Test
    void anOpenCycleGoesByAChangedSettingFromItsNextReportOn() {
        nights(Learner.FEWEST);
        Engine ninth = nights().begin(Learner.FEWEST);
        learning.set(Learning.ON);
        tick();
        assertThat((String) expected("basis")).isEqualTo("CONFIGURED");
        passMinutes(2);
        ninth.completes("import-sas");
        assertThat((String) expected("basis")).isEqualTo("LEARNED");
    }

    private void nights(int howMany) {
        watched(OWNER);
        nights().ordinary(howMany);
    }

    private Nights nights() {
        return new Nights(clock, OWNER, () -> pass(Lessons.SOON));
    }

    private @Nullable Map<String, Object> triedAt() {
        return statusOf(OWNER).step(STEP, "learned");
    }

    /** The night after those that taught, when the step that was learned of is ready. */
    private Engine ninth() {
        Engine engine = nights().begin(Learner.FEWEST);
        nights().completes(engine, 2, 0);
        return engine;
    }

    private void passMinutes(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // JSON has the type, and the test knows it
    private <T> T expected(String field) {
        return statusOf(OWNER).step(STEP, "expected." + field);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // JSON has the type, and the test knows it
    private <T> T learned(String field) {
        return statusOf(OWNER).step(STEP, "learned." + field);
    }
}
