package no.synkvakt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import org.junit.jupiter.api.Test;

/** What becomes of one stall of an outage is the outage's matter only as far as it goes. */
@QuarkusTest
class OutageMembersTest extends OutageFlow {

    @Test
    void whoIsForgottenIsInNoListThatIsStillToBeSent_andKeepsNothingUp() {
        List<MunicipalityFixture> owners = importFails(4);
        tick();
        deleted(owners.get(0));
        tick();
        holdPasses();
        assertThat(mailsTo(SUPPORT).get(0).subject()).contains("3 skoleeiere");
        assertThat(mailsTo(SUPPORT).get(0).text()).contains("Flytby 2").doesNotContain("Flytby 1 ", "flyt-1.example");
        recovers(owners.subList(1, 4));
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
        assertThat(mailsTo("ikt@flyt-1.example")).isEmpty();
    }

    @Test
    void whoIsNotToBeNotifiedAnyMoreLeavesIt_andJoinsAgainWithoutASecondMail() {
        List<MunicipalityFixture> owners = outageOf(3);
        changed(owners.get(0).with("notify", false));
        assertThat(stallOf(owners.get(0)).text("outage")).isEqualTo("null");
        changed(owners.get(0));
        send();
        tick();
        holdPasses();
        assertThat(stallOf(owners.get(0)).text("outage")).isEqualTo(outage());
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        assertThat(kindsTo(owners.get(0))).containsExactly("OUTAGE");
    }

    @Test
    void whoIsNotToBeNotifiedKeepsNothingUp() {
        List<MunicipalityFixture> owners = outageOf(3);
        changed(owners.get(0).with("notify", false));
        recovers(owners.subList(1, 3));
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
        engineOf(owners.get(0)).completes(IMPORT);
        send();
        assertThat(kindsTo(owners.get(0))).containsExactly("OUTAGE", "RESOLVED");
    }

    @Test
    void whatItsAdminCanSolveAfterAllLeavesIt_andTheyAreAsked() {
        List<MunicipalityFixture> owners = atSynchronization(4);
        reported(owners, "step.failed", "synchronization");
        tick();
        holdPasses();
        engineOf(owners.get(0)).holds("synchronization");
        send();
        assertThat(stallOf(owners.get(0)).text("outage")).isEqualTo("null");
        assertThat(stallOf(owners.get(0)).state()).isEqualTo("OPEN");
        assertThat(kindsTo(owners.get(0))).containsExactly("OUTAGE", "STALL");
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        assertThat(queried("select count(*) from stall where remind_at is not null"))
                .as("it is reminded of by itself again")
                .containsExactly("1");
        reported(owners.subList(1, 4), "step.completed", "synchronization");
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
        assertThat(stallOf(owners.get(0)).state()).isEqualTo("OPEN");
    }

    @Test
    void oneThatHadStoodStillLongBeforeIsNoPartOfIt() {
        List<MunicipalityFixture> owners = flyts(4);
        watched(owners);
        reported(owners.subList(0, 1), "step.failed", IMPORT);
        tick();
        holdPasses();
        pass(Duration.ofMinutes(31));
        reported(owners.subList(1, 4), "step.failed", IMPORT);
        tick();
        holdPasses();
        assertThat(kindsTo(SUPPORT)).containsExactly("ESCALATION", "OUTAGE");
        assertThat(kindsTo(owners.get(0))).containsExactly("STALL");
        assertThat(stallOf(owners.get(0)).text("outage")).isEqualTo("null");
    }

    @Test
    void supportIsRemindedOfItOnceADay() {
        outageOf(3);
        pass(Duration.ofHours(24));
        send();
        pass(Duration.ofSeconds(10));
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "REMINDER");
        pass(Duration.ofHours(24));
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "REMINDER", "REMINDER");
    }

    @Test
    void whatOnlySupportCanSolveAfterAllIsToldAsOne_andWhoWasAskedToActIsLetOff() {
        List<MunicipalityFixture> owners = atSynchronization(3);
        reported(owners, "step.held", "synchronization");
        tick();
        holdPasses();
        pass(Duration.ofMinutes(5));
        reported(owners, "step.failed", "synchronization");
        send();
        assertThat(mailsTo(SUPPORT)).as("others are looked for first").isEmpty();
        tick();
        holdPasses();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        owners.forEach(owner -> assertThat(kindsTo(owner)).containsExactly("STALL", "OUTAGE"));
    }

    @Test
    void anotherStepsStallTakesItsPlace_andIsAMatterOfItsOwn() {
        List<MunicipalityFixture> owners = outageOf(3);
        engineOf(owners.get(0)).inCycle("2026-11-24").startsCycle();
        engineOf(owners.get(0)).inCycle("2026-11-24").completes(IMPORT).fails("export-lms", "no answer");
        tick();
        holdPasses();
        assertThat(stallOf(owners.get(0)).text("outage")).isEqualTo("null");
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "ESCALATION");
        recovers(owners.subList(1, 3));
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "ESCALATION", "RESOLVED");
        engineOf(owners.get(0)).inCycle("2026-11-24").completes("export-lms");
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "ESCALATION", "RESOLVED", "RESOLVED");
    }

    @Test
    void whatSupportNotesOnOneIsKeptAndChangesNothing() {
        List<MunicipalityFixture> owners = outageOf(3);
        stallOf(owners.get(0)).acknowledge("called the provider").statusCode(200);
        tick();
        send();
        assertThat(stallOf(owners.get(0)).state()).isEqualTo("ESCALATED");
        assertThat(stallOf(owners.get(0)).text("outage")).isEqualTo(outage());
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
    }

    @Test
    void theNextNightItIsAnother_andSupportIsToldAgain() {
        List<MunicipalityFixture> owners = outageOf(3);
        recovers(owners);
        reported(owners, "cycle.completed", null);
        tick();
        send();
        pass(Duration.ofDays(1));
        owners.forEach(owner -> engineOf(owner).inCycle("2026-11-24").fails(IMPORT, "no answer"));
        tick();
        holdPasses();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED", "OUTAGE");
        owners.forEach(owner -> assertThat(kindsTo(owner)).containsExactly("OUTAGE", "RESOLVED", "OUTAGE"));
        assertThat(outages()).hasSize(2);
    }

    @Test
    void aStallThatCannotBeReadIsLeftOut_andTheOthersJoin() {
        List<MunicipalityFixture> owners = importFails(5);
        corrupt(owners.get(2));
        tick();
        holdPasses();
        assertThat(queried("select municipality from stall where outage is not null order by 1"))
                .containsExactly("flyt-1.example", "flyt-2.example", "flyt-4.example", "flyt-5.example");
        assertThat(mailsTo(SUPPORT)).extracting(mail -> mail.kind()).containsExactlyInAnyOrder("OUTAGE", "ESCALATION");
        assertThat(mailsTo(SUPPORT).stream()
                        .filter(mail -> mail.kind().equals("OUTAGE"))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .contains("Flytby 1", "Flytby 2", "Flytby 4", "Flytby 5")
                .doesNotContain("Flytby 3");
    }

    @Test
    void oneThatCannotBeReadAnyMoreStopsNeitherReminderNorEnd() {
        List<MunicipalityFixture> owners = outageOf(3);
        corrupt(owners.get(2));
        recovers(owners.subList(0, 2));
        pass(Duration.ofHours(24));
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "REMINDER");
        assertThat(mailsTo(SUPPORT).get(1).subject()).endsWith("står stille hos én skoleeier");
        sql("update stall set state = 'RESOLVED' where municipality = '"
                + owners.get(2).id() + "'");
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "REMINDER", "RESOLVED");
    }

    private void corrupt(MunicipalityFixture owner) {
        sql("update stall set remedy = '{\"audience\": \"NOBODY\"}' where municipality = '" + owner.id() + "'");
    }

    private List<MunicipalityFixture> atSynchronization(int many) {
        List<MunicipalityFixture> owners = flyts(many);
        watched(owners);
        recovers(owners);
        return owners;
    }
}
