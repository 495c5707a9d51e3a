package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Json;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stalls that an operator wants to be silent: found and shown, and nobody is mailed before the end. */
@QuarkusTest
class SilencesTest extends FlowTest {

    private static final String ADMIN = "ikt@wis.example";
    private static final String IMPORT = "import-sas";

    private final MunicipalityFixture wis = owner("wis.example", "Wisby", "WIS");
    private Engine engine;

    @BeforeEach
    void aCycleWaitsForItsImport() {
        watched(wis);
        engine = engineOf(wis).startsCycle();
    }

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

    private List<String> kinds() {
        send();
        return mailsTo(ADMIN).stream().map(Mail::kind).toList();
    }

    @Test
    void aStallThatOpensInASilenceIsShown_andToldWhenItEnds() {
        silenced(Map.of("municipality", wis.id()), Duration.ofHours(5));
        pass(Duration.ofHours(2));
        holdPasses();
        assertThat(statusOf(wis).state()).isEqualTo("STALLED");
        assertThat(kinds()).isEmpty();

        pass(Duration.ofHours(3).minusSeconds(60).minusNanos(1000));
        assertThat(kinds()).as("a moment before its end").isEmpty();
        pass(Duration.ofNanos(1000));
        assertThat(kinds()).containsExactly("STALL");
    }

    @Test
    void aStallThatIsOverBeforeTheEndMailsNobody() {
        silenced(Map.of(), Duration.ofHours(5));
        pass(Duration.ofHours(2));
        engine.completes("Import SAS");
        pass(Duration.ofHours(3));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void whatIsStillHeldWhenASilenceBeginsWaitsForItsEnd() {
        pass(Duration.ofHours(2));
        silenced(Map.of("step", "Import SAS"), Duration.ofHours(5));
        holdPasses();
        assertThat(kinds()).isEmpty();

        clock.advance(Duration.ofHours(5));
        assertThat(kinds()).containsExactly("STALL");
    }

    @Test
    void theAllClearOfAnAlarmThatWasSentComesInTheSilence() {
        pass(Duration.ofHours(2));
        holdPasses();
        silenced(Map.of(), Duration.ofDays(5));
        engine.completes("Import SAS");

        assertThat(kinds()).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void nobodyIsRemindedOrHandedOverInIt_bothComeAtItsEnd() {
        pass(Duration.ofHours(2));
        holdPasses();
        silenced(Map.of("step", IMPORT), Duration.ofDays(3));
        pass(Duration.ofDays(3).minusNanos(1000));
        assertThat(kinds()).containsExactly("STALL");

        pass(Duration.ofNanos(1000));
        assertThat(kinds()).containsExactly("STALL", "ESCALATION");
    }

    @Test
    void whoEndsItEarlyHearsAtOnce() {
        String silence = silenced(Map.of(), Duration.ofHours(5));
        pass(Duration.ofHours(2));
        holdPasses();
        assertThat(kinds()).isEmpty();

        operator().delete("/api/v1/silences/" + silence).then().statusCode(204);
        assertThat(kinds()).containsExactly("STALL");
    }

    @Test
    void anotherStepOrMunicipalityIsNotSilent() {
        watched(lillestrom());
        silenced(Map.of("step", "export-365"), Duration.ofHours(5));
        silenced(Map.of("municipality", lillestrom().id()), Duration.ofHours(5));
        pass(Duration.ofHours(2));
        holdPasses();

        assertThat(kinds()).containsExactly("STALL");
    }

    @Test
    void aSilenceThatIsPlannedBeginsWhenItIsTime() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        silenced(Map.of("from", from.toString()), Duration.ofHours(5));
        pass(Duration.ofHours(2));
        holdPasses();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void silencesThatFollowEachOtherAreOne() {
        silenced(Map.of(), Duration.ofHours(3));
        silenced(Map.of("from", clock.instant().plus(Duration.ofHours(3)).toString()), Duration.ofHours(6));
        pass(Duration.ofHours(2));
        pass(Duration.ofHours(3));
        holdPasses();
        assertThat(kinds()).isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(kinds()).containsExactly("STALL");
    }
}
