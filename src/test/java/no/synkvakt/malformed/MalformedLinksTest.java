package no.synkvakt.malformed;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import no.synkvakt.base.SignedLinks;
import no.synkvakt.testing.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Links that are none let nobody in, press no button and are not repeated; none of them breaks anything. */
@QuarkusTest
class MalformedLinksTest extends MalformedRequests {

    private static final String PAGE = "/m/lillestrom.kommune.no";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Inject
    SignedLinks links;

    private String good = "";
    private String others = "";
    private String expired = "";

    @BeforeEach
    void issue() {
        watched(lillestrom(), owner("x.example", "X", "WIS"));
        good = issued("lillestrom.kommune.no", clock.instant());
        others = issued("x.example", clock.instant());
        expired = issued("lillestrom.kommune.no", clock.instant().minus(Duration.ofDays(30)));
    }

    private String issued(String municipality, Instant when) {
        return QuarkusTransaction.requiringNew().call(() -> links.token(municipality, when));
    }

    @TestFactory
    Stream<DynamicTest> tokens() {
        return Case.tests("links/tokens.txt", 3, one -> {
            String query = query(one.written());
            String before = rows();
            assertRefused(one, RawHttp.ask("GET", PAGE + query, null));
            assertRefused(one, RawHttp.ask("GET", PAGE + "/live" + query, null));
            assertRefused(one, press("acknowledge", query));
            assertRefused(one, press("silence", query));
            assertThat(rows()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsAddedToAGoodOneIsPassedOver() {
        return Case.tests("links/good.txt", 2, one -> assertThat(
                        RawHttp.ask("GET", PAGE + query(one.written()), null).status())
                .isEqualTo(200));
    }

    @Test
    void oneCharacterThatIsAnotherAnywhere_makesItWorthless() {
        QuarkusTransaction.requiringNew().run(this::changeEachCharacter);
    }

    private void changeEachCharacter() {
        for (int place = 0; place < good.length(); place++) {
            for (int letter = 0; letter < LETTERS.length(); letter++) {
                String changed = good.substring(0, place) + LETTERS.charAt(letter) + good.substring(place + 1);
                if (!changed.equals(good)) {
                    assertThat(links.check("lillestrom.kommune.no", changed, clock.instant()))
                            .as(changed)
                            .isEqualTo(SignedLinks.Standing.INVALID);
                }
            }
        }
    }

    private void assertRefused(Case one, RawHttp.Answer answer) {
        assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(Integer.parseInt(one.expected().get(0)));
        assertThat(answer.body()).doesNotContain("Lillestrøm", "ADM-SRV-07", parts(good)[2]);
    }

    private static RawHttp.Answer press(String button, String query) {
        List<String> form = List.of("Content-Type: application/x-www-form-urlencoded");
        return RawHttp.send(
                "POST", PAGE + "/" + button + query, null, form, "stall=1&note=x".getBytes(StandardCharsets.UTF_8));
    }

    private String query(String written) {
        String[] of = parts(good);
        byte[] mac = Base64.getUrlDecoder().decode(of[2]);
        return new String(Case.unescaped(written), StandardCharsets.ISO_8859_1)
                .replace("{good}", good)
                .replace("{other}", others)
                .replace("{expired}", expired)
                .replace("{key}", of[0])
                .replace("{expires}", of[1])
                .replace("{mac}", of[2])
                .replace("{mac42}", of[2].substring(0, 42))
                .replace("{last}", String.valueOf(sameBits(of[2].charAt(42))))
                .replace("{base64}", Base64.getEncoder().encodeToString(mac));
    }

    /** Another letter that a lax decoder takes for the same: only the first four of the last letter's bits count. */
    private static char sameBits(char last) {
        return LETTERS.charAt(LETTERS.indexOf(last) ^ 1);
    }

    private static String[] parts(String token) {
        return token.split("\\.", -1);
    }
}
