package no.synkvakt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import no.synkvakt.testing.MailRelay;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.OutageFlow;
import org.junit.jupiter.api.Test;

/** Support gets the all-clear for what it was told, after it, and is reminded only of what is known. */
@QuarkusTest
class OutageAllClearTest extends OutageFlow {

    @Test
    void noAllClearFollowsAMailThatTheServerWillNeverTake() {
        MailRelay.saysOf(SUPPORT, "550 5.1.1 no such mailbox");
        List<MunicipalityFixture> owners = outageOf(3);
        MailRelay.recovers();
        recovers(owners);
        tick();
        send();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        owners.forEach(owner -> assertThat(kindsTo(owner)).containsExactly("OUTAGE", "RESOLVED"));
    }

    @Test
    void theAllClearWaitsForTheMailThatIsStillOnItsWay() {
        MailRelay.saysOf(SUPPORT, "451 4.3.0 try again later");
        List<MunicipalityFixture> owners = outageOf(3);
        recovers(owners);
        tick();
        MailRelay.recovers();
        send();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        send();
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "RESOLVED");
    }

    @Test
    void itIsCalledOffWhenThatIsRefusedAfterAll() {
        MailRelay.saysOf(SUPPORT, "451 4.3.0 try again later");
        List<MunicipalityFixture> owners = outageOf(3);
        recovers(owners);
        tick();
        MailRelay.saysOf(SUPPORT, "550 5.1.1 no such mailbox");
        clock.advance(Duration.ofSeconds(30));
        send();
        MailRelay.recovers();
        clock.advance(Duration.ofHours(1));
        send();
        assertThat(mailsTo(SUPPORT)).isEmpty();
        assertThat(queried("select kind || ' ' || state from notice where outage is not null order by 1"))
                .containsExactly("OUTAGE FAILED", "RESOLVED CANCELLED");
    }

    @Test
    void whereOnlyStallsWereToldOneByOneTheAllClearAnswersTheFirst() {
        List<MunicipalityFixture> owners = flyts(3);
        watched(owners);
        engineOf(owners.get(0)).fails(IMPORT, "no answer");
        tick();
        holdPasses();
        reported(owners.subList(1, 3), "step.failed", IMPORT);
        tick();
        recovers(owners);
        tick();
        holdPasses();
        assertThat(kindsTo(SUPPORT)).containsExactly("ESCALATION", "RESOLVED");
        assertThat(mailsTo(SUPPORT).get(1).header("In-Reply-To"))
                .isEqualTo(mailsTo(SUPPORT).get(0).id());
    }

    @Test
    void whileTheEngineIsNotHeardSupportIsNotReminded() {
        List<MunicipalityFixture> owners = outageOf(3);
        engineOf(owners.get(0)).beats();
        pass(Duration.ofHours(23));
        pass(Duration.ofHours(2));
        send();
        assertThat(kindsTo(SUPPORT)).doesNotContain("REMINDER");
        engineOf(owners.get(0)).beats();
        pass(Duration.ofSeconds(31));
        tick();
        send();
        assertThat(kindsTo(SUPPORT)).contains("REMINDER");
    }

    @Test
    void norBeforeSynkvaktKnowsWhatItMissedWhileItWasDown() {
        outageOf(3);
        isDown(Duration.ofHours(25));
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE");
        pass(Duration.ofMinutes(6));
        send();
        assertThat(kindsTo(SUPPORT)).containsExactly("OUTAGE", "REMINDER");
    }
}
