package no.synkvakt.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import no.synkvakt.base.SignedLinks.Standing;
import no.synkvakt.testing.FlowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed link opens one municipality's page for 30 days, and nothing else. */
@QuarkusTest
class SignedLinksTest extends FlowTest {

    private static final String LILLESTROM = "lillestrom.kommune.no";

    @Inject
    SignedLinks links;

    private String token = "";

    @BeforeEach
    void issue() {
        sql("truncate link_key");
        token = issued();
    }

    @Test
    void isGoodForThirtyDaysToTheSecond() {
        assertThat(standing(token)).isEqualTo(Standing.VALID);
        clock.advance(SignedLinks.VALID_FOR.minusSeconds(1));
        assertThat(standing(token)).isEqualTo(Standing.VALID);
        clock.advance(Duration.ofSeconds(1));
        assertThat(standing(token)).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void isOfOneMunicipalityAlone() {
        assertThat(links.check("lillesand.kommune.no", token, clock.instant())).isEqualTo(Standing.INVALID);
        assertThat(links.check(LILLESTROM + ".", token, clock.instant())).isEqualTo(Standing.INVALID);
    }

    @Test
    void anyOtherCharacterMakesItWorthless() {
        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'a' ? 'b' : 'a';
            String tampered = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(standing(tampered)).as(tampered).isEqualTo(Standing.INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "1", "1.2.3", "zzzzzzzzzzzz.1.", "1.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoTokenIsWorthless(String text) {
        assertThat(standing(text)).isEqualTo(Standing.INVALID);
    }

    @Test
    void aNewKeyTakesOverAfterThirtyDaysWithoutBreakingLinksStillGood() {
        clock.advance(LinkKeys.IN_USE.minusSeconds(1));
        String lastOfItsKey = issued();
        clock.advance(Duration.ofSeconds(1));
        String firstOfTheNext = issued();
        assertThat(keyOf(lastOfItsKey)).isEqualTo(keyOf(token));
        assertThat(keyOf(firstOfTheNext)).isNotEqualTo(keyOf(token));
        clock.advance(SignedLinks.VALID_FOR.minusSeconds(2));
        assertThat(standing(lastOfItsKey)).isEqualTo(Standing.VALID);
        clock.advance(Duration.ofDays(1));
        issued();
        assertThat(standing(firstOfTheNext)).isEqualTo(Standing.EXPIRED);
    }

    private String issued() {
        return QuarkusTransaction.requiringNew().call(() -> links.token(LILLESTROM, clock.instant()));
    }

    private Standing standing(String text) {
        return links.check(LILLESTROM, text, clock.instant());
    }

    private static String keyOf(String text) {
        return text.substring(0, text.indexOf('.'));
    }
}
