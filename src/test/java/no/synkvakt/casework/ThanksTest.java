package no.synkvakt.casework;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Mail;
import no.synkvakt.testing.StallOf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The all-clear thanks for what was done where it helped, and claims it nowhere else. */
@QuarkusTest
class ThanksTest extends FlowTest {

    private static final String ADMIN = "ikt@lillestrom.example";
    private static final String SUPPORT = "support@vendor.example";
    private static final String THANKS = "Takk – det hjalp. Du trenger ikke å gjøre noe mer.";

    private Engine engine;
    private StallOf stall;

    @BeforeEach
    void importFlyVoStandsStill() {
        watched(lillestrom());
        engine = engineOf(lillestrom()).fails("import-flyvo", "no route to host");
        holdPasses();
        stall = stallOf(lillestrom());
    }

    @Test
    void theAdminWhoRanTheTaskIsThanked() {
        stall.acknowledge("ran it").statusCode(200);
        assertThat(allClear(ADMIN).text()).contains(THANKS);
    }

    @Test
    void whereNobodySaidAnythingNobodyIsThanked() {
        assertThat(allClear(ADMIN).text())
                .contains("Du trenger ikke å gjøre noe mer.")
                .doesNotContain("Takk");
    }

    @Test
    void whereNothingMovedAndSupportHadToTakeOverNobodyIsToldThatItHelped() {
        stall.acknowledge("ran it").statusCode(200);
        pass(Duration.ofHours(2));
        send();
        assertThat(allClear(ADMIN).text()).doesNotContain("Takk");
        assertThat(mailsTo(SUPPORT)).extracting(Mail::kind).containsExactly("ESCALATION", "RESOLVED");
        assertThat(mailsTo(SUPPORT).get(1).text()).doesNotContain("Takk").contains("meldt utført (operator): ran it");
    }

    private Mail allClear(String address) {
        engine.completes("import-flyvo");
        send();
        Mail last = mailsTo(address).get(mailsTo(address).size() - 1);
        assertThat(last.kind()).isEqualTo("RESOLVED");
        return last;
    }
}
