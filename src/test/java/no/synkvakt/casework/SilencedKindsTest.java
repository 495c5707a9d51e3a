package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.Test;

/** A silence and all else that may befall a stall: outages, missed cycles, what people did, who is not to be mailed. */
@QuarkusTest
class SilencedKindsTest extends FlowTest {

    private static final String SUPPORT = "support@vendor.example";
    private static final MunicipalityFixture WIS = owner("wis.example", "Wisby", "WIS");

    private String silenced(Map<String, Object> scope, Duration lasting) {
        Map<String, Object> body = new HashMap<>(scope);
        body.put("until", clock.instant().plus(lasting).toString());
        return operator()
                .body(Json.bytes(body))
                .post("/api/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> kindsTo(String address) {
        send();
        return mailsTo(address).stream().map(Mail::kind).toList();
    }

    private void outageOfThree() {
        IntStream.rangeClosed(1, 3)
                .mapToObj(number -> owner("flyt-" + number + ".example", "Flytby " + number, "VISMA_FLYT")
                        .withChain("import-visma-flyt", "synchronization"))
                .forEach(owner -> {
                    watched(owner);
                    engineOf(owner).startsCycle();
                });
    }

    @Test
    void supportsMailOfAnOutageWaitsForTheEndOfASilenceOfAll_theAdminsToo() {
        outageOfThree();
        silenced(Map.of(), Duration.ofHours(5));
        pass(Duration.ofHours(1));
        holdPasses();
        assertThat(kindsTo(SUPPORT)).isEmpty();
        assertThat(kindsTo("ikt@flyt-1.example")).isEmpty();
        pass(Duration.ofHours(4));
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        assertThat(kindsTo("ikt@flyt-1.example")).containsExactly("OUTAGE");
    }

    @Test
    void aSilenceOfAllThatIsEndedEarlyLetsTheOutageOut() {
        outageOfThree();
        String silence = silenced(Map.of(), Duration.ofHours(5));
        pass(Duration.ofHours(1));
        holdPasses();
        operator().delete("/api/v1/silences/" + silence).then().statusCode(204);
        tick();
        assertThat(kindsTo("ikt@flyt-1.example")).containsExactly("OUTAGE");
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
    }

    @Test
    void aSilenceOfOneOwnerDoesNotKeepSupportFromAnOutage() {
        outageOfThree();
        silenced(Map.of("municipality", "flyt-1.example"), Duration.ofHours(5));
        pass(Duration.ofHours(1));
        holdPasses();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        assertThat(kindsTo("ikt@flyt-1.example")).isEmpty();
        assertThat(kindsTo("ikt@flyt-2.example")).containsExactly("OUTAGE");
    }

    @Test
    void aMissedCycleIsShown_andToldAtTheEnd_butNotBySilenceOfAStep() {
        MunicipalityFixture scheduled = lillestrom().with("schedule", Map.of("cron", "0 2 * * *"));
        watched(scheduled);
        engineOf(scheduled).startsCycle().completesCycle();
        silenced(Map.of("step", "import-visma-flyt"), Duration.ofDays(3));
        String silence = silenced(Map.of(), Duration.ofDays(2));
        pass(Duration.ofHours(25));
        holdPasses();
        assertThat(statusOf(scheduled).state()).isEqualTo("STALLED");
        assertThat(kindsTo("ikt@lillestrom.example")).isEmpty();
        operator().delete("/api/v1/silences/" + silence).then().statusCode(204);
        holdPasses();
        assertThat(kindsTo("ikt@lillestrom.example")).containsExactly("STALL");
    }

    @Test
    void whatWasReportedDoneGoesToSupportAfterIt() {
        watched(WIS);
        engineOf(WIS).startsCycle();
        pass(Duration.ofHours(2));
        holdPasses();
        stallOf(WIS).acknowledge("kjørt").statusCode(200);
        silenced(Map.of(), Duration.ofHours(10));
        pass(Duration.ofHours(10).minusNanos(1000));
        assertThat(stallOf(WIS).state()).isEqualTo("ACKNOWLEDGED");
        pass(Duration.ofNanos(1000));
        assertThat(stallOf(WIS).state()).isEqualTo("ESCALATED");
        assertThat(kindsTo(SUPPORT)).containsExactly("ESCALATION");
    }

    @Test
    void whoIsNotToBeMailedAnyMoreIsNotMailedAtItsEndEither() {
        watched(WIS);
        engineOf(WIS).startsCycle();
        silenced(Map.of(), Duration.ofHours(5));
        pass(Duration.ofHours(2));
        changed(WIS.with("notify", false));
        pass(Duration.ofHours(3));
        holdPasses();
        assertThat(kindsTo("ikt@wis.example")).isEmpty();
    }
}
