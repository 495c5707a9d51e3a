package no.synkvakt.board;

import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.deadline.Learner;
import no.synkvakt.deadline.Learning;
import no.synkvakt.deadline.Lessons;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.Key;
import no.synkvakt.testing.MunicipalityFixture;
import no.synkvakt.testing.Nights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads on a municipality's page how long each step may take, and who what a learned limit would have done. */
@QuarkusTest
class LimitsTest extends FlowTest {

    private static final MunicipalityFixture OWNER =
            owner("ovre.example", "Øvre", "WIS").withLanguage("en").expecting("export-365", Duration.ofMinutes(40));

    @Inject
    SignedLinks links;

    @Test
    void everyoneReadsWhatHolds() {
        watched(OWNER);
        new Nights(clock, OWNER, () -> pass(Lessons.SOON)).begin(0);
        for (String page : new String[] {admins(), operators()}) {
            assertThat(page)
                    .contains("How long each step may take")
                    .contains("data-label=\"May take\">45 min</td>")
                    .contains("data-label=\"May take\">40 min (set for this school owner)</td>")
                    .doesNotContain("learned")
                    .doesNotContain("being tried");
        }
    }

    @Test
    void aLearnedLimitThatHolds_isReadByEveryoneWithWhatItIsFrom() {
        learning.set(Learning.ON);
        watched(OWNER);
        new Nights(clock, OWNER, () -> pass(Lessons.SOON)).ordinary(Learner.FEWEST);
        assertThat(admins()).contains("data-label=\"May take\">15 min (from 8 runs; usually 5 min)</td>");
        assertThat(operators()).contains("15 min (from 8 runs; usually 5 min)").doesNotContain("being tried");
    }

    @Test
    void whatIsOnlyTried_anAdminDoesNotRead() {
        watched(OWNER);
        new Nights(clock, OWNER, () -> pass(Lessons.SOON)).ordinary(Learner.FEWEST);
        assertThat(admins())
                .contains("data-label=\"May take\">45 min</td>")
                .doesNotContain("15 min")
                .doesNotContain("learned")
                .doesNotContain("tried");
    }

    @Test
    void whatIsOnlyTried_operatorsReadWithWhatItWouldHaveDone() {
        watched(OWNER);
        Nights nights = new Nights(clock, OWNER, () -> pass(Lessons.SOON));
        nights.ordinary(Learner.FEWEST);
        assertThat(operators())
                .contains("A learned limit, which is only being tried, would be"
                        + " 15 min (from 8 runs; usually 5 min).</span>")
                .contains("the school owner does not");

        night(nights, 8, 10);
        assertThat(operators()).contains("In the last 1 runs it would not have raised an alarm.");
        night(nights, 9, 16);
        night(nights, 10, 5);
        night(nights, 11, 45);
        night(nights, 12, 5);
        night(nights, 13, 46);
        assertThat(operators())
                .contains("Of the last 6 runs it would have raised an alarm in 3;"
                        + " in 2 of these the step was done in time by itself.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Key.class,
            names = {"OPERATOR", "VIEWER"})
    void whoeverSeesTheBoardReadsIt(Key key) {
        watched(OWNER);
        new Nights(clock, OWNER, () -> pass(Lessons.SOON)).ordinary(Learner.FEWEST);
        assertThat(as(key).get("/m/" + OWNER.id()).asString()).contains("being tried");
    }

    private void night(Nights nights, int number, int minutes) {
        Engine engine = nights.begin(number);
        nights.completes(engine, 2, 0);
        nights.completes(engine, minutes, 1);
        nights.completes(engine, 7, 2);
    }

    private String operators() {
        return operator().get("/m/" + OWNER.id()).asString();
    }

    private String admins() {
        String token = QuarkusTransaction.requiringNew().call(() -> links.token(OWNER.id(), clock.instant()));
        return RestAssured.given().get("/m/" + OWNER.id() + "?t=" + token).asString();
    }
}
