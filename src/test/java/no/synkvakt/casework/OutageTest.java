package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** Stalls that come together and that only support can solve are told as one. */
@QuarkusTest
class OutageTest extends FlowTest {

    private static final String SUPPORT = "support@vendor.example";
    private static final Duration HOUR = Duration.ofHours(1);

    private static MunicipalityFixture flyt(int number) {
        return owner("flyt-" + number + ".example", "Flytby " + number, "VISMA_FLYT")
                .withChain("import-visma-flyt", "synchronization", "export-lms");
    }

    private List<MunicipalityFixture> startCycles(int many) {
        List<MunicipalityFixture> owners =
                IntStream.rangeClosed(1, many).mapToObj(OutageTest::flyt).toList();
        owners.forEach(this::startCycle);
        return owners;
    }

    private void startCycle(MunicipalityFixture owner) {
        watched(owner);
        engineOf(owner).startsCycle();
    }

    private List<Mail> mailsOf(MunicipalityFixture owner) {
        return mailsTo("ikt@" + owner.id());
    }

    private static List<String> kinds(List<Mail> mails) {
        return mails.stream().map(Mail::kind).toList();
    }

    @Test
    void supportGetsOneMailWithTheList_eachAdminACalmOne_andTheAllClearInTurn() {
        List<MunicipalityFixture> owners = startCycles(3);
        pass(HOUR);
        holdPasses();

        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("OUTAGE");
        Mail outage = mailsTo(SUPPORT).get(0);
        assertThat(outage.subject()).isEqualTo("Import Visma Flyt (Visma Flyt Skole) står stille hos 3 skoleeiere");
        assertThat(outage.text()).contains("Flytby 1 (flyt-1.example)", "Flytby 2", "Flytby 3", "ikke startet");
        owners.forEach(owner -> {
            assertThat(kinds(mailsOf(owner))).containsExactly("OUTAGE");
            assertThat(mailsOf(owner).get(0).text()).contains("kjent problem", "Du trenger ikke å gjøre noe");
            assertThat(mailsOf(owner).get(0).text()).doesNotContain(others(owner, owners));
        });

        engineOf(owners.get(0)).completes("Import Visma Flyt");
        tick();
        send();
        assertThat(kinds(mailsOf(owners.get(0)))).containsExactly("OUTAGE", "RESOLVED");
        assertThat(kinds(mailsTo(SUPPORT))).as("two are left").containsExactly("OUTAGE");

        owners.subList(1, 3).forEach(owner -> engineOf(owner).completes("Import Visma Flyt"));
        tick();
        send();
        owners.forEach(owner -> assertThat(kinds(mailsOf(owner))).containsExactly("OUTAGE", "RESOLVED"));
        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("OUTAGE", "RESOLVED");
        Mail allClear = mailsTo(SUPPORT).get(1);
        assertThat(allClear.header("In-Reply-To")).isEqualTo(outage.id());
        assertThat(allClear.subject()).isEqualTo("Import Visma Flyt (Visma Flyt Skole) er i orden igjen hos alle");
    }

    private static String[] others(MunicipalityFixture owner, List<MunicipalityFixture> owners) {
        return owners.stream()
                .map(MunicipalityFixture::id)
                .filter(id -> !id.equals(owner.id()))
                .toArray(String[]::new);
    }

    @Test
    void itsStallsNameTheOutage_andShowTheMailToSupport() {
        List<MunicipalityFixture> owners = startCycles(3);
        pass(HOUR);

        List<String> outages = owners.stream()
                .map(owner -> stallOf(owner).text("outage"))
                .distinct()
                .toList();

        assertThat(outages).hasSize(1).doesNotContain("null");
        assertThat(stallOf(owners.get(0)).notices())
                .containsExactlyInAnyOrder(
                        "STALL ikt@flyt-1.example CANCELLED",
                        "ESCALATION " + SUPPORT + " CANCELLED",
                        "OUTAGE ikt@flyt-1.example PENDING",
                        "OUTAGE " + SUPPORT + " PENDING");
    }

    @Test
    void twoAreToldOfEachAlone() {
        List<MunicipalityFixture> owners = startCycles(2);
        pass(HOUR);
        holdPasses();

        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("ESCALATION", "ESCALATION");
        owners.forEach(owner -> assertThat(kinds(mailsOf(owner))).containsExactly("STALL"));
    }

    @Test
    void whoComesLaterJoins_supportHearsNothingNew_theAdminIsLetOff() {
        startCycles(3);
        pass(HOUR);
        holdPasses();
        MunicipalityFixture late = flyt(4);
        startCycle(late);
        pass(HOUR);
        holdPasses();

        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("OUTAGE");
        assertThat(kinds(mailsOf(late))).containsExactly("OUTAGE");
    }

    @Test
    void whoJoinsWhileTheMailToSupportIsHeldIsInItsList() {
        startCycles(3);
        MunicipalityFixture late = flyt(4);
        clock.advance(Duration.ofSeconds(30));
        startCycle(late);
        pass(HOUR.minusSeconds(30));
        pass(Duration.ofSeconds(30));
        holdPasses();

        assertThat(mailsTo(SUPPORT)).hasSize(1);
        assertThat(mailsTo(SUPPORT).get(0).subject()).contains("4 skoleeiere");
        assertThat(mailsTo(SUPPORT).get(0).text()).contains("Flytby 4");
    }

    @Test
    void anAdminMailedBeforeItFormedGetsOnlyTheAllClear_andSupportOneForAll() {
        List<MunicipalityFixture> owners = startCycles(2);
        clock.advance(Duration.ofMinutes(10));
        startCycle(flyt(3));
        pass(Duration.ofMinutes(50));
        holdPasses();
        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("ESCALATION", "ESCALATION");

        pass(Duration.ofMinutes(9));
        holdPasses();
        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("ESCALATION", "ESCALATION", "OUTAGE");
        assertThat(kinds(mailsOf(owners.get(0)))).containsExactly("STALL");
        assertThat(kinds(mailsOf(flyt(3)))).containsExactly("OUTAGE");

        Stream.of(flyt(1), flyt(2), flyt(3)).forEach(owner -> engineOf(owner).completes("Import Visma Flyt"));
        tick();
        send();
        assertThat(kinds(mailsOf(owners.get(0)))).containsExactly("STALL", "RESOLVED");
        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("ESCALATION", "ESCALATION", "OUTAGE", "RESOLVED");
    }

    @Test
    void whatIsOverWithinTheHoldMailsNobody() {
        List<MunicipalityFixture> owners = startCycles(3);
        pass(HOUR);
        owners.forEach(owner -> engineOf(owner).completes("Import Visma Flyt"));
        tick();
        holdPasses();

        assertThat(mailsTo(SUPPORT)).isEmpty();
        owners.forEach(owner -> assertThat(mailsOf(owner)).isEmpty());
    }

    @Test
    void supportIsRemindedOfTheOutageOnce_notOfEachStall() {
        startCycles(3);
        pass(HOUR);
        holdPasses();
        pass(Duration.ofHours(24));
        send();

        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("OUTAGE", "REMINDER");
        assertThat(mailsTo(SUPPORT).get(1).subject())
                .isEqualTo("Påminnelse: Import Visma Flyt (Visma Flyt Skole) står stille hos 3 skoleeiere");
        assertThat(kinds(mailsOf(flyt(1)))).containsExactly("OUTAGE");
    }

    @Test
    void stallsThatTheirAdminsCanSolveNeverFormOne() {
        List<MunicipalityFixture> owners = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> owner("wis-" + number + ".example", "Wisby " + number, "WIS"))
                .toList();
        owners.forEach(this::startCycle);
        pass(Duration.ofHours(2));
        holdPasses();

        assertThat(mailsTo(SUPPORT)).isEmpty();
        owners.forEach(owner -> assertThat(kinds(mailsOf(owner))).containsExactly("STALL"));
    }

    @Test
    void theSameImportFromAnotherSystemIsAnotherCause() {
        startCycles(2);
        MunicipalityFixture other =
                owner("inschool.example", "Fylket", "VISMA_INSCHOOL").withChain("import-visma-flyt");
        startCycle(other);
        pass(HOUR);
        holdPasses();

        assertThat(kinds(mailsTo(SUPPORT))).containsOnly("ESCALATION").hasSize(3);
    }

    @Test
    void whoIsNotToBeNotifiedIsNotMailed_andMakesNoOutage() {
        startCycles(2);
        MunicipalityFixture quiet = flyt(3).with("notify", false);
        startCycle(quiet);
        pass(HOUR);
        holdPasses();

        assertThat(kinds(mailsTo(SUPPORT))).containsExactly("ESCALATION", "ESCALATION");
        assertThat(mailsOf(quiet)).isEmpty();
    }
}
