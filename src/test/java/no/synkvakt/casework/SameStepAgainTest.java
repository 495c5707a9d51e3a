package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same step that stands still again in a new cycle is the same stall. */
@QuarkusTest
class SameStepAgainTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String AGAIN = "2026-11-23-again";

    private final MunicipalityFixture lillestrom = lillestrom();
    private Engine engine;
    private Instant firstDetection;

    @BeforeEach
    void importFlyVoStandsStillTwiceBeforeTheClockHandsItOver() {
        watched(lillestrom);
        engine = engineOf(lillestrom).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        firstDetection = clock.instant();
        holdPasses();
        clock.advance(Duration.ofHours(2));
        engine.inCycle(AGAIN).startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        holdPasses();
    }

    @Test
    void thereIsNoSecondStallAndNoSecondMail() {
        StallOf stall = stallOf(lillestrom);
        assertThat(stallsOf(lillestrom)).hasSize(1);
        assertThat(stall.text("cycle")).isEqualTo(AGAIN);
        assertThat(stall.state()).isEqualTo("OPEN");
        assertThat(stall.time("detectedAt")).isEqualTo(firstDetection);
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL");
    }

    @Test
    void whatHasBeenJudgedIsNotLookedAtAgain() {
        assertThat(queried("select id from cycle where due_at is not null")).isEmpty();
    }

    @Test
    void oneAllClearEndsIt() {
        engine.inCycle(AGAIN).completes("import-flyvo");
        send();
        assertThat(stallsOf(lillestrom)).extracting(StallOf::state).containsExactly("RESOLVED");
        assertThat(mailsTo(ADMIN)).extracting(Mail::kind).containsExactly("STALL", "RESOLVED");
    }

    @Test
    void anotherVerdictWithTheSameRemedyChangesItInPlaceWithoutAMail() {
        clock.advance(Duration.ofHours(2));
        engine.inCycle("2026-11-23-third").startsCycle().fails("import-flyvo", "no route to host");
        holdPasses();
        StallOf stall = stallOf(lillestrom);
        assertThat(stallsOf(lillestrom)).hasSize(1);
        assertThat(stall.verdict()).isEqualTo("FAILED");
        assertThat(stall.text("cycle")).isEqualTo("2026-11-23-third");
        assertThat(mailsTo(ADMIN)).hasSize(1);
    }

    @Test
    void aContactWhoIsNewSinceThenIsTold() {
        changed(lillestrom.withContacts(ADMIN, "new@lillestrom.example"));
        clock.advance(Duration.ofHours(2));
        engine.inCycle("2026-11-23-third").startsCycle().completes("import-visma-flyt");
        pass(Duration.ofHours(2));
        send();
        assertThat(mailsTo(ADMIN)).hasSize(1);
        assertThat(mailsTo("new@lillestrom.example")).extracting(Mail::kind).containsExactly("STALL");
    }
}
