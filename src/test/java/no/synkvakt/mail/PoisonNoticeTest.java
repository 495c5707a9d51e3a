package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice that no mail can be made of is given up with its reason, and stops nobody. */
@QuarkusTest
class PoisonNoticeTest extends FlowTest {

    private static final String BAD = "bad@lillestrom.example";
    private static final String GOOD = "good@lillestrom.example";

    private final MunicipalityFixture lillestrom = lillestrom().withContacts(BAD, GOOD);

    @BeforeEach
    void importFlyVoFails() {
        watched(lillestrom);
        engineOf(lillestrom).fails("import-flyvo", "no route");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "facts = '{}'; NullPointerException",
                "facts = '{\"owner\": 17}'; Facts",
                "facts = '[\"neither\"]'; Facts",
                "facts = jsonb_set(facts, '{of,chain}', 'null'); chain",
                "facts = jsonb_set(facts, '{of,verdict}', '\"LAZY\"'); Facts",
                "kind = 'BLIND'; no letter for BLIND",
                "language = 'xx'; xx",
            })
    void itIsGivenUpWithItsReason(String poison, String reason) {
        poison(poison);
        holdPasses();
        assertThat(mailsTo(GOOD)).hasSize(1);
        assertThat(mailsTo(BAD)).isEmpty();
        assertThat(queried("select state from notice where recipient = '" + BAD + "'"))
                .containsExactly("FAILED");
        assertThat(queried("select last_error from notice where recipient = '" + BAD + "'"))
                .singleElement()
                .asString()
                .contains(reason);
    }

    /** While an upgrade rolls, a replica of the version before sends too. */
    @Test
    void oneOfAKindThatOnlyANewerVersionKnowsWaitsForIt() {
        poison("kind = 'OF_TOMORROW'");
        holdPasses();
        assertThat(mailsTo(GOOD)).hasSize(1);
        assertThat(queried("select state || ' ' || attempts from notice where recipient = '" + BAD + "'"))
                .containsExactly("PENDING 0");
        poison("kind = 'STALL'");
        send();
        assertThat(mailsTo(BAD)).hasSize(1);
    }

    @Test
    void itIsNotTriedAgainAndNoAllClearFollows() {
        poison("facts = '{}'");
        holdPasses();
        engineOf(lillestrom).completes("import-flyvo");
        clock.advance(Duration.ofDays(1));
        send();
        assertThat(mailsTo(GOOD)).hasSize(2);
        assertThat(mailsTo(BAD)).isEmpty();
    }

    private void poison(String change) {
        sql("update notice set " + change + " where recipient = '" + BAD + "'");
    }
}
